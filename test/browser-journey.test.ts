import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import {
  arrive,
  factsOf,
  faults,
  fillSubmission,
  part,
  setStage,
  type Stage,
  type Visitor,
} from './browser-stage.ts'
import { glance, inspect, opposites } from '../directory/test/browser.ts'
import { checked } from './product.ts'
import type { Facts } from '../directory/src/submissions/index.ts'
import { startEverything } from './third-party-server.ts'

test('a publisher submits, a reviewer decides, a user finds, connects, uses and leaves', async (t) => {
  const opened = await setStage(t)
  if (opened === undefined) return
  await using stage = opened
  await using everything = await startEverything()

  const paula = await arrive(stage, 'Paula Publisher')
  await part(
    t,
    'a server that breaks rules is rejected before its publisher’s eyes, with the fix',
    paula,
    () => seesRejection(stage, paula),
  )
  const nora = await arrive(stage, 'Nora Notes', { javaScript: false })
  await part(t, 'a server behind a login is submitted and checked signed in, without JavaScript', nora, () =>
    submitsNotes(stage, nora),
  )
  await submits(stage, paula, factsOf(stage, 'World Clock', stage.servers.clock, 'none'))
  // Its privacy policy cannot be read: a rule that a reviewer may waive.
  const facts = factsOf(stage, 'Everything', everything.url, 'none')
  await submits(stage, paula, { ...facts, privacyUrl: `${stage.site}/nothing` })
  await part(t, 'while it waits, its publisher may send a signed report', paula, () => mayProve(paula))
  const rita = await arrive(stage, 'Rita Reviewer', { roles: ['reviewer'] })
  await part(t, 'a reviewer rejects with a clause, waives, and approves', rita, () => decides(rita))
  await part(t, 'the publisher reads the clause and the words of the reviewer', paula, () => readsWhy(paula))
  const uwe = await arrive(stage, 'Uwe User')
  await part(t, 'a user connects through a consent unknown to the product, and disconnects', uwe, () =>
    connects(uwe),
  )
  for (const visitor of [paula, nora, rita, uwe]) assert.deepEqual(faults(stage, visitor), [])
})

async function readsWhy({ page, open }: Visitor): Promise<void> {
  await open('/submissions')
  await glance(page, '27-submissions')
  await page.getByRole('link', { name: 'World Clock' }).click()
  await page.getByText('Say which zones are known.').first().waitFor()
  await page.getByText('Tool texts say narrowly and clearly').waitFor()
  await inspect(page, '28-submission-rejected-by-person', opposites)
}

async function submits(stage: Stage, { viewer }: Visitor, facts: Facts): Promise<void> {
  const { submissions } = stage.product.app
  const { id } = await submissions.submit(viewer, facts, { publishOnApproval: true })
  await checked(stage.product, viewer, id)
}

async function seesRejection(stage: Stage, { page, open }: Visitor): Promise<void> {
  await open('/submissions')
  await glance(page, '20-submissions-empty')
  await open('/submissions/new/form')
  await fillSubmission(page, factsOf(stage, 'Quick To-dos', stage.servers.sloppy, 'none'))
  await glance(page, '21-submit-filled')
  await page.getByRole('button', { name: 'Submit and check' }).click()
  await page.waitForURL(/\/submissions\/[0-9a-f-]{36}$/)
  const address = page.url()
  await page.getByText('Not approved: the check found').waitFor()
  assert.equal(page.url(), address, 'the page renewed itself')
  assert.equal(await page.getByText('The check has begun').count(), 0)
  assert.match((await page.locator('main').textContent()) ?? '', /delete_all[^]*"readOnlyHint"/)
  await glance(page, '22-submission-rejected')
  await page.getByRole('link', { name: 'Edit and resubmit' }).click()
  await page.getByText('The address of a submission stays the same').waitFor()
  await glance(page, '23-resubmit')
}

async function mayProve({ page, open }: Visitor): Promise<void> {
  await open('/submissions')
  await page.getByRole('link', { name: 'Everything' }).click()
  await glance(page, '25-submission-waits')
  await page.getByRole('link', { name: /signed report/i }).click()
  await inspect(page, '26-signed-report', opposites)
  await open('/account/keys')
  await inspect(page, '26-signing-keys', opposites)
}

async function submitsNotes(stage: Stage, { page, open }: Visitor): Promise<void> {
  await open('/submissions/new/form')
  await fillSubmission(page, factsOf(stage, 'Demo Notes', stage.servers.notes, 'oauth'))
  await page.getByRole('button', { name: 'Submit and check' }).click()
  await page.waitForURL(/\/submissions\/[0-9a-f-]{36}$/)
  const address = page.url()
  await reloadUntil(page, 'The tools are behind a login')
  await page.getByRole('main').getByRole('link', { name: 'Connect', exact: true }).click()
  await page.getByRole('button', { name: 'Connect' }).click()
  await allowAtNotes(page)
  await page.getByText('Connected to demo-notes.').waitFor()
  await page.goto(address)
  await page.getByRole('button', { name: 'Check again' }).click()
  await reloadUntil(page, 'Check 2: ')
}

async function reloadUntil(page: Page, text: string): Promise<void> {
  const deadline = performance.now() + 30_000
  while ((await page.getByText(text).count()) === 0) {
    assert.ok(performance.now() < deadline, `“${text}” did not appear on ${page.url()}`)
    await page.reload()
  }
}

/** At the stranger's own page. */
async function allowAtNotes(page: Page, answer: 'Allow' | 'Do not allow' = 'Allow'): Promise<void> {
  await page.getByRole('heading', { name: 'Demo notes' }).waitFor()
  await page.getByRole('button', { name: answer, exact: true }).click()
}

async function decides({ page, open }: Visitor): Promise<void> {
  await open('/review')
  await glance(page, '30-queue')

  await page.getByRole('link', { name: 'World Clock' }).click()
  await glance(page, '31-console')
  assert.equal(await page.getByRole('button', { name: 'Record the decision' }).count(), 0)
  await page.getByRole('button', { name: 'Take this case' }).click()
  await page.getByLabel('Reject', { exact: true }).check()
  await page.locator('summary', { hasText: 'Clauses of the policy' }).click()
  await page.getByLabel(/POL-2\.A/).check()
  await page.getByLabel('To the publisher').fill('Say which zones are known.')
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await page.getByText('Rejected.').first().waitFor()
  await glance(page, '32-console-rejected')

  await open('/review')
  await takeFromQueue(page, 'Everything')
  await waives(page)
  await approve(page, ['I called its tools'])

  const presses = await countPresses(page)
  await open('/review')
  await takeFromQueue(page, 'Demo Notes')
  await approve(page, ['I signed in with a test account and looked', 'I called its tools'])
  // To take it, to approve and to record it are three: who counts fewer has not looked.
  assert.ok(presses() >= 3 && presses() <= 6, `a whole decision took ${presses()} clicks`)
  await glance(page, '35-console-approved')
  await open('/review')
  await page.getByText('Nothing waits for you').waitFor()
  await glance(page, '36-queue-empty')
}

/** Counts from the next page on how often the mouse is pressed, whatever that does. */
async function countPresses(page: Page): Promise<() => number> {
  let count = 0
  await page.exposeFunction('countPress', () => void (count += 1))
  await page.addInitScript(
    `addEventListener('pointerdown', (press) => press.isTrusted && countPress(), true)`,
  )
  return () => count
}

async function takeFromQueue(page: Page, name: string): Promise<void> {
  await page.getByRole('row', { name }).getByRole('button', { name: 'Take this case' }).click()
}

/** The one required rule that fails. */
async function waives(page: Page): Promise<void> {
  await page.getByText('approving is not possible').waitFor()
  await page.getByLabel('Rule', { exact: true }).selectOption('DOC-01')
  await page.getByLabel('Reason').fill('A reference server; its policy is known to us.')
  await page.getByLabel('Until').fill(nextMonth())
  await page.getByRole('button', { name: 'Record the waiver' }).click()
  await page.getByText('The waiver was recorded.').waitFor()
  assert.equal(await page.getByText('approving is not possible').count(), 0)
}

function nextMonth(): string {
  return new Date(performance.timeOrigin + 30 * 86_400_000).toISOString().slice(0, 10)
}

async function approve(page: Page, attested: readonly string[]): Promise<void> {
  await page.getByLabel('Approve', { exact: true }).check()
  for (const label of attested) {
    const box = page.getByLabel(label)
    if ((await box.count()) > 0) await box.check()
  }
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await page.getByText('Approved.').first().waitFor()
}

async function connects({ page, open }: Visitor): Promise<void> {
  await open('/connections')
  await glance(page, '40-connections-empty')
  await open('/')
  await inspect(page, '41-home', opposites)
  await page.locator('#home-search').fill('delete_notes')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Demo Notes' }).waitFor()
  await inspect(page, '42-search', opposites)
  await page.getByRole('link', { name: 'Demo Notes' }).click()
  await page.waitForURL(/\/connectors\/demo-notes$/)
  await inspect(page, '43-connector', opposites)
  await page.getByRole('main').getByRole('link', { name: 'Connect', exact: true }).click()
  await glance(page, '44-connect')

  await page.getByRole('button', { name: 'Connect' }).click()
  await allowAtNotes(page, 'Do not allow')
  await page.getByText('You did not allow it').waitFor()
  await inspect(page, '45-connect-denied', opposites)
  await page.getByRole('link', { name: 'See what happened' }).click()
  await glance(page, '46-trace')

  await open('/connect/demo-notes')
  await page.getByRole('button', { name: 'Connect' }).click()
  await allowAtNotes(page)
  await page.getByText('Connected to Demo Notes.').waitFor()
  await glance(page, '47-connections')
  await page.getByText('Token for a script').click()
  await page.getByRole('button', { name: 'Make a token' }).click()
  await page.getByText('Copy it now').waitFor()
  await inspect(page, '48-token', opposites)

  await open('/connections')
  await page.getByRole('link', { name: 'Disconnect' }).click()
  await page.getByText('What we cannot delete').waitFor()
  await page.getByText(/stay valid on its side/).waitFor()
  await glance(page, '49-disconnect')
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByText('Its tokens are deleted here.').waitFor()
  await page.getByText('You are not connected to anything yet').waitFor()
}
