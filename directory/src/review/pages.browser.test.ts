import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import {
  checkNoOverflow,
  complaints,
  inspect,
  noChromium,
  openBrowser,
  opposites,
  shoot,
} from '../../test/browser.ts'
import { somebody } from '../../test/submission-bed.ts'
import type { AppEnv, Viewer } from '../kernel/index.ts'
import { createWeb, routePath } from '../web/index.ts'
import { goodTool, reviewBed, untitledTool, type ReviewBed } from './bed.test.ts'

async function served({ review, bed }: ReviewBed, viewer: Viewer) {
  let app = new Hono<AppEnv>()
  const listening = Promise.withResolvers<AddressInfo>()
  const server = serve(
    { fetch: (request) => app.fetch(request), port: 0, hostname: '127.0.0.1' },
    listening.resolve,
  )
  const origin = `http://127.0.0.1:${(await listening.promise).port}`
  const web = createWeb({
    instanceName: 'Connectory',
    publicUrl: new URL(origin),
    key: new Uint8Array(32),
    bearerPaths: [],
    reportFault: (error) => console.error(error),
  })
  app = new Hono<AppEnv>({ getPath: routePath })
  app.use(...web.before)
  app.use(async (c, next) => {
    c.set('viewer', viewer)
    await next()
  })
  app.use(web.protectForms)
  for (const routes of [web, review, bed.submissions, bed.catalogue]) app.route('/', routes.routes())
  app.onError(web.onError)
  return { origin, close: () => server.close() }
}

const deleteTool = {
  ...goodTool,
  name: 'delete_example',
  description: 'Deletes an example for good.',
  annotations: { title: 'Delete an example', destructiveHint: true },
}

test('a reviewer works through the queue in a browser, and every page is accessible and fits', async (t) => {
  const browser = await openBrowser()
  if (browser === undefined) return t.skip(noChromium)
  await using _browser = browser
  await using bench = await reviewBed()
  const { origin, close } = await served(bench, bench.reviewer)
  t.after(close)
  const page = await (await browser.context()).newPage()
  const complained = complaints(page)
  await page.goto(`${origin}/review`)
  await inspect(page, 'review-empty')

  const id = await bench.submitted([untitledTool, goodTool, deleteTool], { name: 'Examples of everything' })
  await bench.submitted([goodTool], { name: 'Notebook' })
  await page.reload()
  await inspect(page, 'review-queue')
  await page.getByRole('link', { name: 'Examples of everything' }).click()
  await inspect(page, 'review-console-free', opposites)
  await page.getByRole('button', { name: 'Take this case' }).click()
  await page.getByRole('button', { name: 'Record the decision' }).waitFor()
  await inspect(page, 'review-console')
  const fine = page.locator('section', { has: page.getByRole('heading', { name: /^Fine/ }) })
  await fine.locator('summary').first().click()
  await fine.getByText('DOC-12 No text or address of the listing is a placeholder. Required').waitFor()
  await shoot(page, 'review-console-fine')
  await fine.locator('summary').first().click()
  assert.equal(await page.getByRole('radio', { name: 'Approve' }).count(), 0)

  await page.getByRole('radio', { name: 'Reject' }).check()
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await page.getByRole('alert').getByText('Choose at least one clause').waitFor()
  await inspect(page, 'review-console-errors', opposites)

  await page.getByLabel('Rule', { exact: true }).selectOption('TOOL-04')
  await page.getByLabel('Reason').fill('The publisher promised titles for December.')
  await page.getByLabel('Until').fill(new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10))
  await page.getByRole('button', { name: 'Record the waiver' }).click()
  await page.getByText('The waiver was recorded.').waitFor()

  await page.getByRole('radio', { name: 'Approve' }).check()
  await page.getByLabel('I called its tools').check()
  await page.getByRole('button', { name: 'Record the decision' }).click()
  // It deletes: a second person approves, too.
  await page.getByText('Approved. It is listed when a second person approves.').waitFor()
  await inspect(page, 'review-console-second', opposites)
  const other = somebody(bench.bed.ids, 'reviewer')
  const { seen } = await bench.review.claim(other, id)
  const again = { seen, decision: 'approve', clauses: [], text: '', lookedAt: ['call'] } as const
  await bench.review.decide(other, id, again)
  await page.reload()
  await inspect(page, 'review-console-decided', opposites)
  assert.equal((await bench.bed.submissions.load(bench.bed.db, id)).state.status, 'published')

  await appeals(bench)
  await page.goto(`${origin}/review`)
  await page.getByRole('row', { name: 'Ledger' }).getByRole('button', { name: 'Take this case' }).click()
  await page.getByText('It keeps books, as it says.').waitFor()
  await page.getByText('Is there a date?').waitFor()
  await inspect(page, 'review-console-appeal', opposites)
  await page.getByRole('radio', { name: 'Refuse it' }).check()
  await page.locator('form[action$="/appeal"]').getByLabel('To the publisher').fill('It keeps no books.')
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await page.getByText('The appeal was refused.').waitFor()

  await page.goto(`${origin}/connectors?q=delete_example`)
  await page.getByRole('link', { name: 'Examples of everything' }).waitFor()
  for (const path of ['/de/review', `/de/review/${id}`, `/es/review/${id}`]) {
    await page.goto(origin + path)
    await checkNoOverflow(page)
  }
  assert.deepEqual(
    complained.filter((line) => !line.includes('422')),
    [],
  )
})

/** A case that another reviewer rejected, against which the publisher appeals. */
async function appeals({ bed, review, publisher, submitted }: ReviewBed): Promise<void> {
  const id = await submitted([goodTool], { name: 'Ledger' })
  const other = somebody(bed.ids, 'reviewer')
  const { seen } = await review.claim(other, id)
  const text = 'It does something else.'
  const form = { seen, decision: 'reject', clauses: ['POL-2.B'], text, lookedAt: [] } as const
  const rejected = await review.decide(other, id, form)
  await bed.submissions.appeal(publisher, id, { seen: rejected.seen, text: 'It keeps books, as it says.' })
  await bed.submissions.reply(publisher, id, 'Is there a date?')
}

test('who is no reviewer sees neither queue nor console', async (t) => {
  await using bench = await reviewBed()
  const { origin, close } = await served(bench, bench.publisher)
  t.after(close)
  const id = await bench.submitted([goodTool])
  for (const path of ['/review', `/review/${id}`, '/review/x']) {
    assert.equal((await fetch(origin + path)).status, 403, path)
  }
})
