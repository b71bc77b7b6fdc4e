import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wholeDraft as whole } from '../../test/whole-draft.ts'
import { acknowledgements, type FactsForm } from '../submissions/index.ts'
import { countIssues, isNeeded, issuesOf, type Issue, type Seen } from './issues.ts'
import { fill, merge, mostCharacters, unkeptIn, type Fields } from './model.ts'
import { readServerJson } from './server-json.ts'
import { allFields, placeOf, stepNames, stepOf, type FieldName } from './steps.ts'

const now = new Date('2026-11-21T12:00:00Z')
const seen: Seen = {
  url: 'https://mcp.example.com/mcp',
  authType: 'none',
  hints: { reads: 1, changes: 0, destroys: 0, silent: 0 },
  toolNames: ['list_invoices'],
}

function issues(change: FactsForm = {}, looked: Seen | undefined = seen): readonly Issue[] {
  return issuesOf(
    { ...whole, ...change },
    { allowLoopback: false, now, seen: looked, contact: 'confirmed', hasDomain: null, hasAccount: false },
  )
}

function told(change: FactsForm, looked?: Seen): readonly string[] {
  return issues(change, looked).map(
    (one) => `${one.level} ${one.field} ${'case' in one ? one.case : one.fault.code}`,
  )
}

test('a draft in which everything is answered has no issues, and an empty one names every page', () => {
  assert.deepEqual(issues(), [])
  const empty = issuesOf(
    {},
    { allowLoopback: false, now, seen: undefined, contact: 'confirmed', hasDomain: null, hasAccount: false },
  )
  const counts = countIssues(empty)
  for (const step of stepNames) {
    assert.equal((counts.get(step)?.must ?? 0) > 0, step !== 'review', step)
  }
  assert.deepEqual(
    empty.map(({ field }) => placeOf(field)),
    empty.map(({ field }) => placeOf(field)).toSorted((one, other) => one - other),
  )
})

const cases: readonly (readonly [FactsForm, readonly string[]])[] = [
  [{ serverUrl: 'http://mcp.example.com/mcp' }, ['must serverUrl not-https']],
  [{ tagline: 'x'.repeat(56) }, ['must tagline too-long']],
  [{ testAccountUntil: 'soon' }, ['must testAccountUntil not-a-day']],
  [{ requestLimits: '' }, ['must requestLimits unanswered']],
  [{ addressFilter: 'yes' }, ['must whyNoLogin why-no-login']],
  [{ addressFilter: 'yes', whyNoLogin: 'Its clients are machines.' }, []],
  [{ perUserClaims: 'yes' }, ['must perUserClaims per-user-open']],
  [{ ownership: 'third-party' }, ['should ownership third-party']],
  [{ urlKind: 'pattern' }, ['must urlPattern unanswered', 'must urlSample unanswered']],
  [{ access: 'both' }, ['should access access-differs']],
  [{ tools2: 'list_bills' }, ['should tools2 unknown-tool']],
  [{ prompt3: '' }, ['must prompt3 prompts']],
  [{ acknowledgements: acknowledgements.slice(1) }, ['must acknowledgements acknowledgements']],
  [{ commitments: [] }, ['must commitments commitments']],
  [{ acceptTerms: '2025-01' }, ['must acceptTerms terms-changed']],
  [{ acceptTerms: '' }, ['must acceptTerms missing']],
  [{ name: 'Example MCP Server' }, ['should name name-suffix']],
  [{ released: 'no' }, ['must released not-released']],
  [{ testInstructions: 'Try it.' }, ['must testInstructions instructions-short']],
  [{ testAccountUntil: '2026-12-20' }, ['must testAccountUntil account-ends']],
  [
    { auth: 'oauth' },
    [
      'must accountRequirements unanswered',
      'should signUpUrl sign-up',
      'should auth auth-differs',
      'should testAccountData unanswered',
      'must testAccountUntil unanswered',
      'must testAccount test-account',
    ],
  ],
]

test('each thing that is open stands at its question, once', () => {
  for (const [change, expected] of cases) {
    assert.deepEqual(told(change), expected, JSON.stringify(change))
  }
  const around = {
    allowLoopback: false,
    now,
    seen,
    contact: 'none',
    hasDomain: false,
    hasAccount: false,
  } as const
  assert.deepEqual(
    issuesOf(whole, around).map(({ step, field, level }) => [step, field, level]),
    [
      ['server', 'domainProof', 'should'],
      ['publisher', 'contactProof', 'should'],
    ],
  )
  assert.deepEqual(told({}, { ...seen, url: 'https://old.example.com/mcp' }), [
    'should serverUrl looked-elsewhere',
  ])
})

test('a question is marked as optional when a draft could be submitted without it, on these answers', () => {
  const needed = (names: readonly FieldName[], change: FactsForm = {}) =>
    names.filter((name) =>
      isNeeded(
        name,
        { ...whole, ...change },
        { allowLoopback: false, now, seen, contact: 'confirmed', hasDomain: null, hasAccount: false },
      ),
    )
  const always = ['serverUrl', 'toolsRun', 'prompt3', 'commitments', 'acceptTerms'] as const
  assert.deepEqual(needed(always), always)
  assert.deepEqual(needed(['addressFilter', 'startsOpen', 'publishOnApproval', 'tools1']), [])
  const sometimes = ['urls', 'whyNoLogin', 'accountRequirements', 'testAccountUntil'] as const
  assert.deepEqual(needed(sometimes), [])
  assert.deepEqual(needed(sometimes, { auth: 'oauth' }), ['accountRequirements', 'testAccountUntil'])
  assert.deepEqual(needed(sometimes, { urlKind: 'list', addressFilter: 'yes' }), ['urls', 'whyNoLogin'])
})

test('every question stands on exactly one page', () => {
  assert.equal(new Set(allFields).size, allFields.length)
  assert.equal(stepNames.length, 10)
  for (const field of allFields) assert.ok(stepNames.includes(stepOf(field)))
})

const fields: Fields = {
  auth: { value: 'oauth', revision: 3, found: 'server' },
  perUserClaims: { value: 'no', revision: 4 },
}

test('a page made from an older draft is kept where nobody else answered, and overwrites nobody', () => {
  const draft = { fields, revision: 4 }
  const page = (revision: number, values: FactsForm) => merge(draft, { step: 'access', revision, values })
  assert.deepEqual(page(4, { auth: 'oauth', perUserClaims: 'no' }), { kind: 'unchanged' })
  assert.deepEqual(page(3, { auth: 'none', perUserClaims: 'no' }), {
    kind: 'changed',
    fields: { ...fields, auth: { value: 'none', revision: 5 } },
  })
  assert.deepEqual(page(3, { auth: 'oauth', perUserClaims: 'yes' }), {
    kind: 'conflict',
    fields: ['perUserClaims'],
  })
  // What the server showed meanwhile is no answer of somebody else's: an empty question leaves it alone.
  assert.deepEqual(page(2, { perUserClaims: 'no' }), { kind: 'unchanged' })
  assert.equal(page(4, { perUserClaims: 'no' }).kind, 'changed')
})

test('what is found fills only what is empty, and says where it came from', () => {
  const filled = fill({ fields, revision: 4 }, { auth: 'none', access: 'read', name: '' }, 'server')
  assert.deepEqual(filled, { ...fields, access: { value: 'read', revision: 5, found: 'server' } })
  assert.equal(fill({ fields, revision: 4 }, { auth: 'none' }, 'server'), undefined)
})

test('what a server calls itself is kept without what no column of text could hold', () => {
  const filled = fill({ fields, revision: 4 }, { name: 'Nul\u0000 half\ud800' }, 'server')
  assert.equal(filled?.name?.value, 'Nul half\ufffd')
})

test('a draft keeps neither a book in one question nor a password in an address', () => {
  const values = {
    serverUrl: 'https://me:secret@mcp.example.com/mcp',
    whyNoLogin: 'x'.repeat(mostCharacters + 1),
    urls: 'Europe https://eu.example.com/mcp\nAsia https://me:secret@asia.example.com/mcp',
    urlSample: 'x'.repeat(mostCharacters),
  }
  assert.deepEqual(
    [...unkeptIn({ step: 'server', values })],
    [
      ['serverUrl', 'credentials'],
      ['urls', 'credentials'],
      ['whyNoLogin', 'too-much'],
    ],
  )
})

const file = {
  $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
  name: 'com.example/invoices',
  title: 'Invoices',
  description: 'Lists and sends invoices.',
  version: '1.2.0',
  websiteUrl: 'https://example.com',
  icons: [{ src: 'https://example.com/icon.png', mimeType: 'image/png' }],
  remotes: [
    { type: 'sse', url: 'https://old.example.com/sse' },
    { type: 'streamable-http', url: 'https://mcp.example.com/mcp' },
  ],
}

test('a server.json fills in what it says, also as the registry answers it, and is refused with a reason', () => {
  const read = readServerJson(JSON.stringify(file))
  assert.deepEqual(read, {
    found: {
      serverUrl: 'https://mcp.example.com/mcp',
      name: 'Invoices',
      tagline: 'Lists and sends invoices.',
      publisherUrl: 'https://example.com',
      iconUrl: 'https://example.com/icon.png',
    },
  })
  assert.deepEqual(readServerJson(JSON.stringify({ server: file, _meta: {} })), read)
  assert.deepEqual(readServerJson('{"name": '), { fault: 'not-json' })
  assert.deepEqual(readServerJson('{"name": 7}'), { fault: 'not-server-json' })
  assert.deepEqual(readServerJson('{"server": []}'), { fault: 'not-server-json' })
  assert.deepEqual(readServerJson(JSON.stringify({ ...file, remotes: [] })), { fault: 'no-remote' })
})
