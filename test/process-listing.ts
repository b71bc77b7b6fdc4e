import assert from 'node:assert/strict'
import { glance, shoot } from '../directory/test/browser.ts'
import { callTool } from './mcp-call.ts'
import { approve, follow, followNotice, press, take, words, type Cast, type InUse } from './process-cast.ts'
import type { Visitor } from './browser-stage.ts'
import { checked } from './product.ts'
import type { SubmissionId } from '../directory/src/kernel/index.ts'

/** What somebody is told who calls; undefined when the call works. */
async function refusal({ endpoint, token }: InUse): Promise<string | undefined> {
  return (await callTool(endpoint, token)).message.error?.message
}

async function order({ page }: Visitor, name: string, reason: string): Promise<void> {
  await page.getByLabel(name, { exact: true }).check()
  await page.getByLabel('Reason').fill(reason)
  await press(page, 'Decide')
}

export async function blocksWithTwo(cast: Cast, used: InUse): Promise<void> {
  const { operator, secondReviewer: secondOperator, publisher, user } = cast
  const page = `/connectors/${used.slug}`
  await operator.open(page)
  // Who only operates does not review.
  const reviews = ({ page: at }: Visitor) => at.getByRole('link', { name: 'Review', exact: true }).count()
  await secondOperator.open(page)
  assert.deepEqual([await reviews(operator), await reviews(secondOperator)], [0, 1])
  await follow(operator.page, 'Safety')
  await shoot(operator.page, 'process-safety-clear')
  await order(operator, 'Put in quarantine', 'It sends what people write to somebody else.')
  await glance(operator.page, 'process-safety-quarantined')
  assert.match((await refusal(used)) ?? '', /It sends what people write/)
  await user.open(page)
  assert.match(
    await words(user.page),
    /In quarantine This connector may not be safe.*It sends what people write/,
  )
  assert.equal(await user.page.getByRole('link', { name: 'Connect', exact: true }).count(), 0)
  await glance(user.page, 'process-connector-quarantined')

  await order(operator, 'Ask for a block', 'It went on after a warning.')
  assert.equal(await operator.page.getByLabel('Sign the block').count(), 0, 'who asks signs')
  await secondOperator.open('/safety')
  assert.match(await words(secondOperator.page), /Pier Finder.*block asked for.*A second operator/)
  await follow(secondOperator.page, 'Pier Finder')
  await order(secondOperator, 'Sign the block', 'It takes what people write.')
  await user.page.reload()
  assert.match(
    await words(user.page),
    /Blocked This connector was removed for the safety of its users.*disconnect it/,
  )
  assert.doesNotMatch(await words(user.page), /Your connection is kept/)
  await shoot(user.page, 'process-connector-blocked')
  await follow(user.page, 'See your connections')
  assert.match(
    await words(user.page),
    /Pier Finder No longer available This connector is no longer listed. It takes what people write/,
  )
  assert.doesNotMatch(await words(user.page), /for now/)
  await glance(user.page, 'process-connections-blocked')
  await user.page.goBack()

  await followNotice(publisher, '“Pier Finder” is blocked')
  await shoot(publisher.page, 'process-safety-blocked')
  await publisher.page.getByLabel('What is wrong with it').fill('It was our own log, and is switched off.')
  await press(publisher.page, 'Object')
  await secondOperator.page.reload()
  assert.match(await words(secondOperator.page), /The publisher objects.*It was our own log/)
  await order(secondOperator, 'End the block', 'We have seen that the log is off.')
  assert.equal(await secondOperator.page.getByLabel('Release').count(), 0, 'who ends the block ends the rest')
  await operator.page.reload()
  await order(operator, 'Release', 'Nothing leaves the server any more.')
  await user.page.reload()
  assert.equal((await user.page.getByRole('link', { name: 'Connect', exact: true }).count()) > 0, true)
  assert.equal(await refusal(used), undefined)
}

async function offerTo(from: Visitor, slug: string, email: string): Promise<void> {
  await from.open(`/connectors/${slug}`)
  await follow(from.page, 'Change, hand over or remove it')
  await from.page.getByLabel('E-mail address of an owner there').fill(email)
  await press(from.page, 'Offer it')
}

export async function handsOver(cast: Cast, used: InUse): Promise<void> {
  const { publisher, newOwner, user, operator } = cast
  await offerTo(publisher, used.slug, newOwner.viewer.email)
  await shoot(publisher.page, 'process-transfer-offered')

  const { page } = newOwner
  await followNotice(newOwner, 'Pier Finder is offered to your organisation')
  await shoot(page, 'process-transfer-received')
  await press(page, 'Accept')
  await shoot(page, 'process-transfer-accepted')
  await press(page, 'It is there: look and take over')
  assert.match(await words(page), /The proof was found neither in the file nor in the record/)
  await glance(page, 'process-transfer-not-proved')
  const line = /connectory-transfer=[\w-]+/.exec(await words(page))?.[0] ?? ''
  used.server.files.set('/.well-known/connectory-transfer', `${line}\n`)
  await press(page, 'It is there: look and take over')
  assert.match(await words(page), /Handed over.*From Paula Publisher To Nora Newowner/)
  await shoot(page, 'process-transfer-done')

  await followNotice(user, 'Pier Finder, which you connected, has a new publisher')
  assert.equal(await refusal(used), undefined)
  await publisher.page.reload()
  assert.match(await words(publisher.page), /Handed over/)
  await newOwner.open(`/connectors/${used.slug}`)
  await shoot(page, 'process-connector-handed-over')
  await publisher.open(`/connectors/${used.slug}`)
  assert.equal(await publisher.page.getByText('hand over or remove it').count(), 0)

  await offerTo(newOwner, used.slug, publisher.viewer.email)
  await followNotice(publisher, 'Pier Finder is offered to your organisation')
  await press(publisher.page, 'Accept')
  await publisher.page.getByLabel('Why can you not show it?').fill('The site of the server is run by a host.')
  await press(publisher.page, 'Ask an operator')
  await operator.open('/transfers')
  await shoot(operator.page, 'process-transfers')
  await follow(operator.page, 'Pier Finder')
  await glance(operator.page, 'process-transfer-asked')
  await operator.page.getByLabel('Approve', { exact: true }).check()
  await operator.page.getByLabel('What does your decision rest on?').fill('Their contract names the server.')
  await press(operator.page, 'Decide')
  await publisher.page.reload()
  assert.match(await words(publisher.page), /Handed over.*From Nora Newowner To Paula Publisher/)
}

export async function comesBack(cast: Cast, used: InUse): Promise<void> {
  const { product, operator, publisher, secondReviewer, user } = cast
  const path = `/connectors/${used.slug}`
  await operator.open(path)
  await follow(operator.page, 'Remove it')
  await glance(operator.page, 'process-ownership-operator')
  await operator.page.getByLabel('Why?').fill('It shows the buoys of another sea.')
  await press(operator.page, 'Remove it')
  await shoot(operator.page, 'process-removed-operator')
  await user.open(path)
  assert.match(await words(user.page), /removed by an operator.*Since.*It shows the buoys of another sea/)
  await glance(user.page, 'process-tombstone')
  assert.match((await refusal(used)) ?? '', /^Pier Finder was removed from this directory/)

  const { page } = publisher
  await followNotice(publisher, 'Pier Finder was removed from the directory')
  await shoot(page, 'process-removed-publisher')
  await follow(page, 'Go to its submission')
  await shoot(page, 'process-submission-removed')
  await follow(page, 'Submit it anew')
  await page.getByLabel('Tagline').fill('Knows the buoys of our own sea')
  await page.locator('#field-acceptTerms').check()
  await press(page, 'Submit and check')
  const id = (page.url().split('/').at(-1) ?? '') as SubmissionId
  await checked(product, publisher.viewer, id)
  await page.reload()
  assert.match(await words(page), /If this is approved, it is listed again at its old address/)

  await take(secondReviewer, 'Pier Finder')
  assert.match(
    await words(secondReviewer.page),
    /This connector was removed.*It shows the buoys of another sea/,
  )
  await shoot(secondReviewer.page, 'process-console-relisting')
  await approve(secondReviewer)
  await user.page.reload()
  assert.match(await words(user.page), /Knows the buoys of our own sea/)
  assert.equal(await refusal(used), undefined)
  await user.open('/connectors?q=buoys')
  await follow(user.page, 'Pier Finder')
}
