import assert from 'node:assert/strict'
import { shoot } from '../directory/test/browser.ts'
import { approve, follow, followNotice, press, submitted, take, words, type Cast } from './process-cast.ts'
import { checked } from './product.ts'
import { echoTool } from './tool-server.ts'

export async function mendsWhatWasRejected(cast: Cast): Promise<void> {
  const { product, publisher, reviewer } = cast
  const id = await submitted(cast, 'Ferry Times')
  await take(reviewer, 'Ferry Times')
  await reviewer.page.getByLabel('Reject', { exact: true }).check()
  await reviewer.page.locator('summary', { hasText: 'Clauses of the policy' }).click()
  await reviewer.page.getByLabel(/POL-2\.B/).check()
  await reviewer.page.getByLabel('To the publisher').fill('Say that it knows examples, and no ferries.')
  await press(reviewer.page, 'Record the decision')

  const { page } = publisher
  await followNotice(publisher, 'Ferry Times was rejected')
  assert.match(
    await words(page),
    /A reviewer decided on this ground:.*POL-2\.B.*Does what its texts say.*The reviewer writes:.*Say that it knows examples/,
  )
  await follow(page, 'Edit and resubmit')
  assert.match(await words(page), /Say that it knows examples/)
  await shoot(page, 'process-edit-rejected')
  await page.getByLabel('Description').fill('Finds examples by their numbers. It knows no ferries.')
  await page.locator('#field-acceptTerms').check()
  await press(page, 'Resubmit and check')
  await checked(product, publisher.viewer, id)
  await page.reload()
  assert.match(await words(page), /A reviewer looks at it next\. You do not have to do anything/)

  await take(reviewer, 'Ferry Times')
  assert.match(await words(reviewer.page), /Changes since revision 1.*It knows no ferries/)
  await approve(reviewer)
  await page.reload()
  await follow(page, 'See the connector’s page')
  assert.match(await words(page), /Finds examples by their numbers\. It knows no ferries/)
}

export async function appeals(cast: Cast): Promise<void> {
  const { product, publisher, reviewer, secondReviewer } = cast
  const id = await submitted(cast, 'Harbour Notes')
  const { review } = product.app
  const { seen } = await review.claim(reviewer.viewer, id)
  const rejection = { seen, decision: 'reject', clauses: ['POL-2.C'], lookedAt: [] } as const
  await review.decide(reviewer.viewer, id, { ...rejection, text: 'There is another one of this name.' })

  const { page, open } = publisher
  await open('/submissions')
  await follow(page, 'Harbour Notes')
  await page.locator('summary', { hasText: 'Appeal this decision' }).click()
  await page
    .getByLabel('What has the decision overlooked?')
    .fill('The other one is ours, too, and was withdrawn.')
  await press(page, 'Send the appeal')
  assert.match(await words(page), /Your appeal is being decided.*Somebody else than the first reviewer/)
  assert.equal(await page.getByRole('button', { name: 'Send the appeal' }).count(), 0)

  await reviewer.open('/review')
  const row = reviewer.page.getByRole('row', { name: 'Harbour Notes' })
  assert.equal(await row.getByRole('button').count(), 0, 'who decided is offered the appeal')
  assert.match(await row.innerText(), /You have decided/)
  await shoot(reviewer.page, 'process-queue-barred')
  await follow(reviewer.page, 'Harbour Notes')
  assert.match(await words(reviewer.page), /You have decided on this case before\. Somebody else decides now/)
  assert.equal(await reviewer.page.getByRole('button', { name: /Take this case|Record/ }).count(), 0)

  await take(secondReviewer, 'Harbour Notes')
  assert.match(await words(secondReviewer.page), /The publisher writes: The other one is ours, too/)
  await secondReviewer.page.getByLabel('Grant it').check()
  const answer = secondReviewer.page.locator('form[action$="/appeal"]').getByLabel('To the publisher')
  await answer.fill('It was withdrawn last week.')
  await press(secondReviewer.page, 'Record the decision')
  await shoot(secondReviewer.page, 'process-appeal-granted')
  await followNotice(publisher, 'Your appeal for Harbour Notes was granted')
  assert.match(await words(page), /Your appeal was granted: It was withdrawn last week/)
  await approve(secondReviewer)
  await page.reload()
  assert.match(await words(page), /Published People find it in the directory now/)
}

const deletes = {
  ...echoTool,
  name: 'delete_example',
  title: 'Delete an example',
  description: 'Deletes the example with this number for good.',
  annotations: {
    title: 'Delete an example',
    readOnlyHint: false,
    destructiveHint: true,
    openWorldHint: false,
  },
}

export async function needsTwo(cast: Cast): Promise<void> {
  const { publisher, reviewer, secondReviewer, user } = cast
  await submitted(cast, 'Examples Cleaner', [echoTool, deletes])
  await take(reviewer, 'Examples Cleaner')
  assert.match(
    await words(reviewer.page),
    /Needs two approvals Two different people approve before it is listed/,
  )
  // A rule says three things of this server's one address; screen readers list the proofs by their names.
  const proofs = await reviewer.page
    .locator('pre[aria-label^="Evidence for"]')
    .evaluateAll((blocks) => blocks.map((block) => block.getAttribute('aria-label')))
  assert.ok(proofs.some((name) => name?.endsWith('(3)')))
  assert.deepEqual(proofs, [...new Set(proofs)])
  await approve(reviewer)
  assert.match(await words(reviewer.page), /Approved\. It is listed when a second person approves/)
  assert.equal(await reviewer.page.getByRole('button', { name: /Take this case|Record/ }).count(), 0)

  await publisher.open('/submissions')
  await follow(publisher.page, 'Examples Cleaner')
  assert.match(await words(publisher.page), /a second person looks.*needs the approval of two people/)
  await user.open('/connectors?q=delete_example')
  assert.doesNotMatch(await words(user.page), /Examples Cleaner/)

  await take(secondReviewer, 'Examples Cleaner')
  assert.match(
    await words(secondReviewer.page),
    /One person has approved\. It is listed when another one does/,
  )
  await approve(secondReviewer)
  await user.page.reload()
  await follow(user.page, 'Examples Cleaner')
  assert.match(await words(user.page), /Examples Cleaner, for everybody.*delete_example/)
}
