import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { filledForm, somebody, submissionBed, type SubmissionBed } from '../../test/submission-bed.ts'
import { formSender, readable, submissionPages } from '../../test/submission-pages.ts'

const publicUrl = new URL('https://directory.example')
type Sender = ReturnType<typeof formSender>

interface Room {
  readonly ada: Sender
  readonly bob: Sender
  readonly bed: SubmissionBed
  readonly get: (as: string, path: string) => Promise<{ status: number; text: string; raw: string }>
  readonly rows: () => Promise<number>
}

async function inRoom(run: (room: Room) => Promise<void>): Promise<void> {
  await using database = await testDatabase()
  const { connectionString, pool } = database
  await using bed = await submissionBed({ connectionString, allowLoopback: false })
  const people = {
    ada: somebody(bed.ids),
    bob: somebody(bed.ids),
    reviewer: somebody(bed.ids, 'reviewer'),
  }
  const app = submissionPages(bed, people, publicUrl)
  await run({
    bed,
    ada: formSender(app, 'ada'),
    bob: formSender(app, 'bob'),
    async get(as, path) {
      const answer = await app.request(path, { headers: { cookie: `as=${as}` } })
      const raw = await answer.text()
      return { status: answer.status, text: readable(raw), raw }
    },
    async rows() {
      const { rows } = await pool.query<{ n: number }>(`select ((select count(*) from submission)
        + (select count(*) from revision) + (select count(*) from listing) + (select count(*) from event)
        + (select count(*) from probe_run))::int as n`)
      return rows[0]?.n ?? -1
    },
  })
}

const sentences = [
  [
    'a malformed address',
    { serverUrl: 'mcp.example.com/mcp' },
    '“Address of the server”: “mcp.example.com/mcp” is not a web address. Write it in full, such as https://mcp.example.com/mcp.',
  ],
  [
    'no https',
    { serverUrl: 'http://mcp.example.com/mcp' },
    '“Address of the server” must start with https://.',
  ],
  [
    'a private address',
    { serverUrl: 'https://10.0.0.8/mcp' },
    '“Address of the server” names a private address (10.0.0.8) that only your own network can reach. Use one that is reachable on the public internet.',
  ],
  [
    'loopback where it is not allowed',
    { serverUrl: 'https://127.0.0.1:9000/mcp' },
    '“Address of the server” names a private address (127.0.0.1) that only your own network can reach.',
  ],
  [
    'a hidden address',
    { serverUrl: 'https://2130706433/mcp' },
    '“Address of the server” hides the address 127.0.0.1 behind another way of writing it.',
  ],
  [
    'a password in the address',
    { serverUrl: 'https://me:secret@mcp.example.com/mcp' },
    '“Address of the server” carries a user name or password. Remove it; credentials do not belong in an address.',
  ],
  [
    'an oversized field',
    { description: 'x'.repeat(2_500) },
    '“Description” has 2,500 characters; at most 2,000 fit. Shorten it.',
  ],
  ['a field left out', { privacyUrl: '' }, 'Enter the address of your privacy policy.'],
  [
    'a contact that is none',
    { support: 'ring twice' },
    '“Support” is neither a web address nor an e-mail address. Write one, such as help@example.com.',
  ],
] as const

test('the publisher reads what is wrong, keeps what was typed, and nothing is stored', async (t) => {
  await inRoom(async ({ ada, rows }) => {
    for (const [what, change, sentence] of sentences) {
      await t.test(what, async () => {
        const { status, text } = await ada('/submissions/new', { ...filledForm, ...change })
        assert.equal(status, 422)
        assert.ok(text.includes(sentence), text)
        assert.ok(text.includes('Finds **examples** of anything.') || 'description' in change)
        assert.equal(await rows(), 0)
      })
    }
  })
})

test('German and Spanish publishers read it in their language', async () => {
  await inRoom(async ({ ada }) => {
    const form = { ...filledForm, serverUrl: 'http://mcp.example.com/mcp' }
    const german = await ada('/de/submissions/new', form)
    assert.ok(german.text.includes('„Adresse des Servers“ muss mit https:// beginnen.'), german.text)
    const spanish = await ada('/es/submissions/new', form)
    assert.ok(spanish.text.includes('«Dirección del servidor» debe empezar por https://.'))
  })
})

test('a password typed into an address is not repeated in the text of the answer', async () => {
  await inRoom(async ({ ada }) => {
    const { text } = await ada('/submissions/new', {
      ...filledForm,
      serverUrl: 'https://me:secret@mcp.example.com/mcp',
      privacyUrl: '',
    })
    assert.ok(!text.includes('me:secret'))
  })
})

test('a duplicate submission: its publisher is led to the first one, another one is told whom to ask', async () => {
  await inRoom(async ({ ada, bob, rows }) => {
    const first = await ada('/submissions/new', filledForm)
    assert.equal(first.status, 303)
    assert.match(first.location ?? '', /^\/submissions\/[0-9a-f-]{36}$/)
    const before = await rows()
    const own = await ada('/submissions/new', filledForm)
    assert.equal(own.status, 409)
    assert.ok(own.text.includes('You have already submitted this address.'))
    const other = await bob('/submissions/new', filledForm)
    assert.equal(other.status, 409)
    assert.ok(other.text.includes('If it is your server, ask an operator of this directory.'))
    assert.equal(await rows(), before)
  })
})

test('a stale form is refused, and the page says that nothing was changed', async () => {
  await inRoom(async ({ ada, rows }) => {
    const { location } = await ada('/submissions/new', filledForm)
    const before = await rows()
    const answer = await ada(`${location}/withdraw`, { seen: '7' }, location ?? '')
    assert.equal(answer.status, 409)
    assert.ok(
      answer.text.includes('This submission has changed since you opened the page. Nothing was saved'),
    )
    assert.equal(await rows(), before)
  })
})

test('what belongs to somebody else does not exist, and who is not signed in is asked to', async () => {
  await inRoom(async ({ ada, bob, get }) => {
    const { location } = await ada('/submissions/new', filledForm)
    for (const path of [location, `${location}/live`, `${location}/edit`, `${location}/report.json`]) {
      assert.equal((await get('bob', path ?? '')).status, 404, path ?? '')
    }
    const answer = await bob(`${location}/withdraw`, { seen: '1' }, '/submissions/new')
    assert.equal(answer.status, 404)
    assert.equal((await get('nobody', location ?? '')).status, 401)
    assert.equal((await get('ada', location ?? '')).status, 200)
    assert.equal((await get('ada', '/submissions/not-an-id')).status, 404)
  })
})

test('a reviewer reads a submission and has no buttons of its publisher', async () => {
  await inRoom(async ({ ada, get }) => {
    const { location } = await ada('/submissions/new', filledForm)
    assert.match((await get('ada', location ?? '')).raw, /\/withdraw"/)
    const seen = await get('reviewer', location ?? '')
    assert.equal(seen.status, 200)
    assert.doesNotMatch(seen.raw, /\/withdraw"/)
  })
})

test('a form without its token is refused', async () => {
  await inRoom(async ({ bed, rows }) => {
    const app = submissionPages(bed, { ada: somebody(bed.ids) }, publicUrl)
    const body = new URLSearchParams({ name: 'x' })
    const answer = await app.request('/submissions/new', {
      method: 'POST',
      body,
      headers: { cookie: 'as=ada' },
    })
    assert.equal(answer.status, 403)
    assert.equal(await rows(), 0)
  })
})
