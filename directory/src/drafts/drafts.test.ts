import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { rawMcp } from '../../test/raw-mcp.ts'
import { listening, somebody, submissionBed, type SubmissionBed } from '../../test/submission-bed.ts'
import { formSender, submissionPages } from '../../test/submission-pages.ts'
import { wholeDraft as whole } from '../../test/whole-draft.ts'
import { manualClock, type Viewer } from '../kernel/index.ts'
import type { FactsForm } from '../submissions/index.ts'
import { parseTextKey } from '../web/index.ts'
import { checkOf } from './look.ts'
import { formOf, mostCharacters, mostDrafts, type DraftId } from './model.ts'
import { fieldsOf, stepNames } from './steps.ts'

const tool = {
  name: 'list_invoices',
  description: 'Lists invoices, newest first.',
  inputSchema: { type: 'object' },
  annotations: { title: 'List invoices', readOnlyHint: true },
}
const dayMs = 86_400_000

async function fillIn(bed: SubmissionBed, viewer: Viewer, id: DraftId, form: FactsForm): Promise<number> {
  let { revision } = await bed.drafts.get(viewer, id)
  for (const step of stepNames) {
    if (fieldsOf(step).length === 0) continue
    const saved = await bed.drafts.save(viewer, id, { step, revision, values: form })
    assert.equal(saved.kind, 'saved', step)
    revision = saved.draft.revision
  }
  return revision
}

test('a draft', async (t) => {
  await using database = await testDatabase()
  const clock = manualClock(new Date('2026-11-21T12:00:00Z'))
  await using bed = await submissionBed({ connectionString: database.connectionString, clock })
  const [ada, bob] = [somebody(bed.ids), somebody(bed.ids)]
  const { drafts } = bed
  await using server = await listening(rawMcp({ tools: [tool] }))
  const { id } = await drafts.begin(ada, { serverUrl: server.url })
  const publicUrl = new URL('http://127.0.0.1:8080')
  const app = submissionPages(bed, { ada, bob }, publicUrl)
  const send = formSender(app, 'ada')
  const path = `/submissions/drafts/${id}`

  await t.test(
    'is looked at under its address, and what the server shows is filled in and marked',
    async () => {
      await bed.probe.run(checkOf({ id, looks: 1 }))
      const { steps } = await bed.probe.progress(checkOf({ id, looks: 1 }).submission, 1)
      const unsaid = steps.filter((step) => parseTextKey(`submissions.step.${step.id}`) === undefined)
      assert.ok(steps.length > 5)
      assert.deepEqual(unsaid, [], 'a step without words in the languages of the pages')
      const { fields } = await drafts.get(ada, id)
      assert.deepEqual(fields.auth, { value: 'none', revision: 2, found: 'server' })
      assert.deepEqual(fields.access, { value: 'read', revision: 2, found: 'server' })
      const page = await send(`${path}/access`, { revision: '2', auth: 'none', go: 'save' })
      assert.equal(page.status, 303)
    },
  )

  await t.test('is nobody else’s', async () => {
    await assert.rejects(drafts.get(bob, id), { code: 'not-found' })
    await assert.rejects(drafts.save(bob, id, { step: 'server', revision: 1, values: {} }), {
      code: 'not-found',
    })
    assert.deepEqual(await drafts.list(bob), [])
    assert.deepEqual(
      (await drafts.list(ada)).map((each) => each.id),
      [id],
    )
  })

  await t.test(
    'open in two windows, keeps both people’s words: the second is told and loses nothing',
    async () => {
      const { revision } = await drafts.get(ada, id)
      const form = {
        revision: String(revision),
        publisherName: 'Ada & Co',
        support: 'help@ada.example',
        go: 'next',
      }
      const first = await send(`${path}/publisher`, form)
      assert.equal(first.location, `${path}/tools`)
      const second = await send(`${path}/publisher`, { ...form, support: 'other@ada.example' })
      assert.equal(second.status, 409)
      assert.ok(second.text.includes('Somebody changed this page meanwhile'))
      assert.ok(second.text.includes('Support : help@ada.example'), second.text)
      const { revision: current, fields } = await drafts.get(ada, id)
      assert.equal(fields.support?.value, 'help@ada.example')
      const again = await send(`${path}/publisher`, {
        ...form,
        revision: String(current),
        support: 'other@ada.example',
      })
      assert.equal(again.status, 303)
      assert.equal((await drafts.get(ada, id)).fields.support?.value, 'other@ada.example')
    },
  )

  await t.test('does not keep what is too long for it, says so, and keeps the rest of the page', async () => {
    const { revision } = await drafts.get(ada, id)
    const answer = await send(`${path}/tools`, {
      revision: String(revision),
      access: 'read',
      requestLimits: 'x'.repeat(mostCharacters + 1),
      fetchGuard: 'None of them opens an address.',
      go: 'next',
    })
    assert.equal(answer.status, 422)
    assert.ok(
      answer.text.includes('was not saved: it has more than 10,000 characters'),
      answer.text.slice(0, 2_000),
    )
    const { fields } = await drafts.get(ada, id)
    assert.equal(fields.requestLimits, undefined)
    assert.equal(fields.fetchGuard?.value, 'None of them opens an address.')
  })

  await t.test('says what would be better in the tone of a hint, not of an error', async () => {
    const page = await (await app.request(`${path}/publisher?open`, { headers: { cookie: 'as=ada' } })).text()
    const [, advised] = /id="field-(\w+)-hint">(?:(?!<\/p>).)*<span class="field-advice">/s.exec(page) ?? []
    const wrong = [...page.matchAll(/id="field-(\w+)-error"/g)].map(([, name]) => name)
    assert.deepEqual([advised, wrong], ['securityContact', []])
  })

  await t.test('with something open is not submitted', async () => {
    const { revision } = await drafts.get(ada, id)
    await assert.rejects(drafts.send(ada, id, { revision }), { code: 'invalid-input' })
    assert.deepEqual(await bed.submissions.mine(ada), [])
  })

  await t.test('becomes one submission with every answer, and is then closed', async () => {
    const revision = await fillIn(bed, ada, id, { ...whole, serverUrl: server.url })
    await assert.rejects(drafts.send(ada, id, { revision: revision - 1 }), { code: 'stale-form' })
    assert.deepEqual(await bed.submissions.mine(ada), [])
    const submission = await drafts.send(ada, id, { revision })
    const { facts } = (await bed.submissions.view(ada, submission)).revision
    assert.equal(facts.answers?.requestLimits, whole['requestLimits'])
    assert.deepEqual(facts.answers?.acknowledgements, whole['acknowledgements'])
    await assert.rejects(drafts.send(ada, id, { revision }), { code: 'stale-form' })
    await assert.rejects(drafts.save(ada, id, { step: 'server', revision, values: {} }), {
      code: 'stale-form',
    })
    assert.deepEqual(await drafts.list(ada), [])
  })

  await t.test('gives its answers to the rules that ask for them, also after the short form', async () => {
    const [row] = await bed.submissions.mine(ada)
    assert.ok(row)
    await bed.probe.run({ submission: row.id, attempt: 1 })
    const report = (await bed.probe.report(row.id, 1))?.report
    const outcome = (rule: string) => report?.findings.find((finding) => finding.rule === rule)?.case
    assert.equal(outcome('LIM-05'), 'told')
    assert.equal(outcome('LIM-06'), 'told')
    const { submission, revision } = await bed.submissions.view(ada, row.id)
    const { answers, ...short } = revision.facts
    const changed = { requestLimits: 'Ten a minute.', toolsRun: '' }
    const facts = { ...short, answers: changed }
    await bed.submissions.resubmit(ada, row.id, { seen: submission.seen, facts })
    const again = await bed.submissions.view(ada, row.id)
    assert.deepEqual(again.revision.facts.answers, { ...answers, ...changed })
  })

  await t.test(
    'is resumed where something is open, and accepted terms that have changed are open again',
    async () => {
      const other = await drafts.begin(ada, { serverUrl: '' })
      const revision = await fillIn(bed, ada, other.id, { ...whole, acceptTerms: '2020-01' })
      await assert.rejects(drafts.send(ada, other.id, { revision }), { code: 'invalid-input' })
      assert.equal(formOf((await drafts.get(ada, other.id)).fields)['acceptTerms'], '2020-01')
      await drafts.discard(ada, other.id)
      await assert.rejects(drafts.get(ada, other.id), { code: 'not-found' })
    },
  )

  await t.test(
    'behind a login is submitted with a test account, which is kept apart and sealed',
    async () => {
      const login = {
        auth: 'oauth',
        accountRequirements: 'Anybody can sign up.',
        testAccountUntil: '2027-06-01',
      }
      const { id: other } = await drafts.begin(ada, { serverUrl: '' })
      const answers = { ...whole, ...login, serverUrl: 'https://login.example.com/mcp' }
      const revision = await fillIn(bed, ada, other, answers)
      await assert.rejects(drafts.send(ada, other, { revision }), { code: 'invalid-input' })
      const at = `/submissions/drafts/${other}/test`
      const words = { accountName: 'tess', accountSecret: 'open sesame', accountHints: '' }
      const half = await send(`${at}-account`, { ...words, accountName: '' }, at)
      assert.equal(half.status, 422)
      assert.ok(half.text.includes('Fill in: Name for signing in.') && !half.text.includes('open sesame'))
      assert.equal((await send(`${at}-account`, words, at)).location, at)
      await assert.rejects(drafts.giveAccount(bob, other, { name: 'a', secret: 'b', hints: '' }), {
        code: 'not-found',
      })
      assert.ok(!JSON.stringify(await drafts.get(ada, other)).includes('sesame'))
      const became = await drafts.send(ada, other, { revision })
      const { listing } = await bed.submissions.load(bed.db, became)
      const kept = async () => (await bed.testAccounts.view(bed.db, { listing })).account
      assert.deepEqual([(await kept())?.end, (await kept())?.expiresAt], [null, null])
      const { seen } = await bed.submissions.load(bed.db, became)
      await bed.submissions.withdraw(ada, became, { seen })
      assert.equal((await kept())?.end?.why, 'withdrawn')
    },
  )

  await t.test(
    'shows that its organisation has the site of the server, by a line that only who has it can put there',
    async () => {
      const lines: string[] = []
      await using site = await listening((_request, response) => response.end(lines.join('\n')))
      const { id: other } = await drafts.begin(ada, { serverUrl: site.url })
      const from = `/submissions/drafts/${other}/server`
      const look = async () => await send(`/submissions/drafts/${other}/domain-proof`, {}, from)
      const shown = async () => await bed.proofs.domainProof(ada.organisation, site.url)
      lines.push(`connectory-publisher=${bob.organisation}`)
      assert.equal((await look()).location, from)
      assert.equal(await shown(), undefined)
      assert.equal((await look()).status, 429)
      clock.advance(6_000)
      lines.push(`connectory-publisher=${ada.organisation}`)
      assert.equal((await look()).status, 303)
      assert.deepEqual(await shown(), { place: 'file', at: clock.now() })
      const page = await (await app.request(from, { headers: { cookie: 'as=ada' } })).text()
      // One sentence in a paragraph: loose pieces of a callout stand below each other.
      assert.match(page, /<p>Seen on <time[^>]*>[^<]*<\/time> in the file on the site\.<\/p>/)
      assert.equal(await bed.proofs.domainProof(bob.organisation, site.url), undefined)
      await drafts.discard(ada, other)
    },
  )

  await t.test('begins with a file, in which an address with a password is left out', async () => {
    const file = {
      name: 'com.example/invoices',
      websiteUrl: 'https://me:secret@example.com',
      remotes: [{ type: 'streamable-http', url: server.url }],
    }
    const { location } = await send(
      '/submissions/drafts/import',
      { file: JSON.stringify(file) },
      '/submissions/new',
    )
    assert.match(location ?? '', /^\/submissions\/drafts\/[0-9a-f-]{36}$/)
    const [draft] = await drafts.list(ada)
    assert.deepEqual(draft?.fields.serverUrl, { value: server.url, revision: 1, found: 'server-json' })
    assert.equal(draft?.fields.publisherUrl, undefined)
    assert.equal(draft?.looks, 1)
    const refused = await send('/submissions/drafts/import', { file: '{}' }, '/submissions/new')
    assert.equal(refused.status, 422)
    assert.ok(refused.text.includes('This file is no server.json of the MCP Registry.'))
    await drafts.discard(ada, draft.id)
  })

  await t.test('that nobody touches for half a year is deleted, and there are at most twenty', async () => {
    const old = await drafts.begin(ada, { serverUrl: '' })
    clock.advance(179 * dayMs)
    await drafts.dropStale()
    await drafts.get(ada, old.id)
    clock.advance(2 * dayMs)
    await drafts.dropStale()
    await assert.rejects(drafts.get(ada, old.id), { code: 'not-found' })
    for (let made = 0; made < mostDrafts; made += 1) await drafts.begin(bob, { serverUrl: '' })
    await assert.rejects(drafts.begin(bob, { serverUrl: '' }), { code: 'too-many' })
  })
})
