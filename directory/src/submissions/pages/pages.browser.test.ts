import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import {
  checkAccessibility,
  complaints,
  glance,
  inspect,
  noChromium,
  openBrowser,
  opposites,
  shoot,
} from '../../../test/browser.ts'
import { testDatabase } from '../../../test/database.ts'
import { behindLogin, rawMcp } from '../../../test/raw-mcp.ts'
import {
  filledForm,
  listening,
  somebody,
  submissionBed,
  type SubmissionBed,
} from '../../../test/submission-bed.ts'
import { servePages } from '../../../test/submission-pages.ts'
import { walkDraft } from '../../../test/walk-draft.ts'
import { wholeDraft } from '../../../test/whole-draft.ts'
import { inTransaction, type PersonId, type SubmissionId } from '../../kernel/index.ts'
import { createOrganisations } from '../../organisations/index.ts'
import { createReview, type Review } from '../../review/index.ts'
import type { SubmissionEvent } from '../index.ts'

const silent = ['create_invoice', 'delete_customer', 'send_reminder', 'export_ledger', 'close_year']
const honest = {
  name: 'list_invoices',
  description: 'Lists invoices, newest first.',
  inputSchema: { type: 'object' },
  annotations: { title: 'List invoices', readOnlyHint: true },
}

async function fill(page: Page, serverUrl: string, name: string): Promise<void> {
  const { auth, categories, acceptTerms: _accepted, publisherName: _publisher, ...texts } = filledForm
  for (const [field, value] of Object.entries({ ...texts, name, serverUrl })) {
    await page.locator(`form [name=${field}]`).fill(value)
  }
  await page.locator(`[name=auth][value=${auth}]`).check()
  await page.locator(`[name=categories][value=${categories[0]}]`).check()
  await page.locator('[name=acceptTerms]').check()
}

function idIn(page: Page): SubmissionId {
  return new URL(page.url()).pathname.split('/').at(-1) as SubmissionId
}

async function reviewerSays(bed: SubmissionBed, id: SubmissionId, event: SubmissionEvent): Promise<void> {
  await inTransaction(bed.db, async (trx) => {
    const actor = { kind: 'person', id: bed.ids.next<PersonId>() } as const
    const until = new Date(bed.clock.now().getTime() + 3_600_000).toISOString()
    let submission = await bed.submissions.load(trx, id)
    for (const each of [{ name: 'claimed', until } as const, event]) {
      submission = await bed.submissions.record(trx, submission, { event: each, actor, reason: 'Looked at.' })
    }
  })
}

test('a publisher submits in a browser, watches the check, reads the findings, and comes back', async (t) => {
  await using chromium = await openBrowser()
  if (chromium === undefined) return t.skip(noChromium)
  await using database = await testDatabase()
  await using bed = await submissionBed({
    connectionString: database.connectionString,
    decide: async (_bed, trx, outcome) => await review.decideAutomatically(trx, outcome),
  })
  const review: Review = createReview({ ...bed, organisations: createOrganisations(bed) })
  await using site = await servePages(bed, { ada: somebody(bed.ids) })
  await using broken = await listening(
    rawMcp({ tools: [honest, ...silent.map((name) => ({ name, inputSchema: {} }))], delayMs: 300 }),
  )
  await using good = await listening(rawMcp({ tools: [honest] }))
  await using locked = await listening(behindLogin())
  const context = await chromium.context()
  await context.addCookies([{ name: 'as', value: 'ada', url: site.url.href }])
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const complained = complaints(page)
  const open = async (path: string) => await page.goto(new URL(path, site.url).href)

  await t.test('nothing is submitted yet', async () => {
    await open('/submissions')
    await glance(page, 'submissions-none')
  })

  await t.test('an empty form leads to each thing that is missing', async () => {
    await open('/submit')
    assert.equal(new URL(page.url()).pathname, '/submissions/new')
    await checkAccessibility(page)
    await shoot(page, 'submit')
    await page.getByRole('link', { name: 'Fill in the short form on one page' }).click()
    await glance(page, 'submit-form')
    await page.getByRole('button', { name: 'Submit and check' }).click()
    const summary = page.getByRole('alert')
    assert.equal(await summary.getByRole('link').count(), 9)
    await summary.getByRole('link', { name: 'Enter a name.' }).click()
    assert.equal(await page.evaluate<string>('document.activeElement.name'), 'name')
    await inspect(page, 'submit-errors')
  })

  await t.test('while the check runs, its steps appear without a reload; then what it found', async () => {
    await open('/submissions/new/form')
    await fill(page, broken.url, 'Invoices')
    await page.getByRole('button', { name: 'Submit and check' }).click()
    await page.getByText('Submitted. The check has begun.').waitFor()
    await glance(page, 'submission-waiting')
    await bed.probe.work()
    await page.locator('.step-running').first().waitFor()
    await checkAccessibility(page)
    await shoot(page, 'submission-checking')
    await page.getByText('Not approved: the check found what no listing may have').waitFor()
    await page.locator('#TOOL-01').waitFor()
    assert.equal((await page.getByText('delete_customer').count()) > 0, true)
    await inspect(page, 'submission-rejected')
    const file = await context.request.get(`${page.url()}/report.json`)
    assert.equal(((await file.json()) as { schema: string }).schema, 'connectory-report/1')
  })

  await t.test('what was said stays for the next revision, and the check runs again', async () => {
    await page.getByRole('link', { name: 'Edit and resubmit' }).click()
    assert.equal(await page.locator('[name=tagline]').inputValue(), filledForm.tagline)
    await inspect(page, 'resubmit', opposites)
    await page.goBack()
    await page.getByRole('button', { name: 'The server is fixed: check again' }).click()
    await page.getByText('A new check has begun.').waitFor()
    await page.getByText('Resubmitted as revision 2').waitFor()
    await page.getByText('Check 2: something to fix').waitFor()
  })

  await t.test(
    'a draft is looked at, saves itself, counts what is open, and is submitted at the end',
    async () => {
      await open('/submissions/new')
      await page.getByLabel('Address of the server').fill(good.url)
      await page.getByRole('button', { name: 'Begin', exact: true }).click()
      await page
        .getByText('The check begins in a moment')
        .or(page.getByText('The check is running'))
        .waitFor()
      await page.getByText('Looked at', { exact: true }).waitFor()
      await inspect(page, 'draft-server', opposites)
      await page
        .getByRole('link', { name: 'Publisher 2 open' })
        .or(page.getByRole('link', { name: 'Publisher 1 open' }))
        .click()
      await page.getByLabel('Support').fill('help@publisher.example')
      await page.getByRole('link', { name: 'Publisher 1 hint' }).waitFor()
      // As when it comes back out of the browser's memory: it stands on what is saved now.
      const again = page.waitForEvent('load')
      await page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
      await again
      assert.equal(await page.getByLabel('Support').inputValue(), 'help@publisher.example')
      // Who is signed out is told at once, keeps what was typed, and goes on when signed in again.
      await context.clearCookies({ name: 'as' })
      await page.getByLabel('Support').fill('again@publisher.example')
      await page.getByText('You are signed out, so nothing more is saved.').waitFor()
      await shoot(page, 'draft-signed-out')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      assert.equal(await page.getByLabel('Support').inputValue(), 'again@publisher.example')
      await context.addCookies([{ name: 'as', value: 'ada', url: site.url.href }])
      const sent = page.waitForEvent('load')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await sent
      assert.equal(await page.getByLabel('Support').inputValue(), 'again@publisher.example')
      await page.getByRole('link', { name: 'Sign-in' }).click()
      await page.getByText('Found at your server').waitFor()
      await page.getByRole('link', { name: 'Tools', exact: false }).first().click()
      await shoot(page, 'draft-tools')
      await page.getByRole('link', { name: 'Submit', exact: true }).last().click()
      await inspect(page, 'draft-open', opposites)
      await page.getByRole('link', { name: 'Enter a name.' }).click()
      assert.equal(await page.locator('#field-name').getAttribute('aria-invalid'), 'true')
      await page.getByRole('link', { name: 'Server', exact: false }).first().click()
      await walkDraft(page, { ...wholeDraft, serverUrl: good.url, name: 'Ledger' })
      await page.getByText('Nothing is open').waitFor()
      await shoot(page, 'draft-ready')
      await page.getByRole('link', { name: 'The listing as it will look' }).click()
      await page.getByRole('heading', { name: 'Ledger' }).waitFor()
      await inspect(page, 'draft-preview', opposites)
      await page.getByRole('link', { name: 'Back to the draft' }).click()
    },
  )

  await t.test('a server in order goes to a reviewer, who may ask for changes', async () => {
    await page.getByRole('button', { name: 'Submit and check' }).click()
    await page.getByText('Check 1:').waitFor()
    await glance(page, 'submission-in-review')
    const text = 'The description promises a calendar.\nThere is no tool for one.'
    const fixes = { 'POL-2.A': 'Name the calendar, or leave it out.' }
    const deadline = '2030-01-31T12:00:00.000Z'
    const event = { name: 'changes-requested', clauses: ['POL-2.A'], text, fixes, deadline } as const
    await reviewerSays(bed, idIn(page), event)
    await page.reload()
    await page.getByText('There is no tool for one.').waitFor()
    await page.getByText('Name the calendar, or leave it out.').waitFor()
    await page.getByText('Answer by 31 Jan 2030').waitFor()
    await page.getByLabel('Your message').fill('Which calendar is meant?')
    await page.getByRole('button', { name: 'Send the message' }).click()
    await page.getByText('The message was sent.').waitFor()
    await page.getByText('Which calendar is meant?').waitFor()
    await glance(page, 'submission-changes-requested')
  })

  await t.test('behind a login, the publisher is told how the tools can be checked', async () => {
    await open('/submissions/new/form')
    await fill(page, locked.url, 'Vault')
    await page.getByRole('button', { name: 'Submit and check' }).click()
    await page.getByText('The tools are behind a login').waitFor()
    const connect = page.getByRole('link', { name: 'Connect', exact: true })
    assert.equal(await connect.getAttribute('href'), '/connect/vault')
    await glance(page, 'submission-behind-login')
  })

  await t.test('the same address again leads to the first submission', async () => {
    await open('/submissions/new/form')
    await fill(page, good.url, 'Ledger')
    await page.getByRole('button', { name: 'Submit and check' }).click()
    await page.getByRole('link', { name: 'your submission' }).waitFor()
    await checkAccessibility(page)
    await page.getByRole('link', { name: 'your submission' }).click()
    await page.getByText('The reviewer asks for changes').waitFor()
  })

  await t.test('a withdrawn submission says that it has ended', async () => {
    await page.getByText('Withdraw', { exact: true }).click()
    await page.getByRole('button', { name: 'Yes, withdraw it' }).click()
    await page.getByText('The submission was withdrawn.').waitFor()
    await checkAccessibility(page)
    await open('/submissions')
    assert.equal(await page.getByRole('row').count(), 4)
    await inspect(page, 'submissions')
    await open('/de/submissions')
    await checkAccessibility(page)
  })

  assert.deepEqual(
    complained.filter((line) => !/status of (401|409|422)/.test(line)),
    [],
  )
})
