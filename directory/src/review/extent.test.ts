import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Report } from '@connectory/checker'
import { approvalStands } from './change-of.ts'
import { diffDocuments } from './document-diff.ts'
import { extentOf, extents, type Change } from './extent.ts'
import { askGates } from './gates.ts'

const same: Change = { fields: [], answers: [], sameTools: true, relisting: false }

const truths: readonly (readonly [string, Partial<Change>, (typeof extents)[number]])[] = [
  ['nothing', {}, 'nothing'],
  ['the name', { fields: ['name'] }, 'texts'],
  ['the tagline and a document', { fields: ['tagline', 'privacyUrl'] }, 'texts'],
  ['the publisher and the contacts', { fields: ['publisherName', 'supportContact'] }, 'texts'],
  ['the tools', { sameTools: false }, 'full'],
  ['the tools and the name', { sameTools: false, fields: ['name'] }, 'full'],
  ['how people sign in', { fields: ['authType'] }, 'full'],
  ['whom the server admits', { fields: ['tagline', 'addressFilter'] }, 'full'],
  ['who registers the client', { fields: ['staticClient', 'name'] }, 'full'],
  ['the address', { fields: ['serverUrl'] }, 'full'],
  ['whose service it is', { answers: ['ownership'] }, 'texts'],
  ['which addresses people use', { answers: ['urls', 'geography'] }, 'full'],
  ['that it is there again', { relisting: true }, 'full'],
]

for (const [what, change, extent] of truths) {
  test(`a new version that changes ${what} is reviewed: ${extent}`, () =>
    assert.equal(extentOf({ ...same, ...change }), extent))
}

type Finding = Report['findings'][number]

function reportOf(findings: readonly Partial<Finding>[], seen = true): Report {
  return { findings, ...(seen && { tools: [] }) } as unknown as Report
}

test('a first listing, and what a new version changes, are gates of their own; risks were decided on with the tools', () => {
  const deletes = { page: 1, index: 1, raw: { name: 'delete', annotations: { destructiveHint: true } } }
  const report = {
    ...reportOf([]),
    scopes: ['passive', 'login', 'call'],
    tools: [deletes],
  } as unknown as Report
  const server = { authType: 'oauth' } as Report['server']
  const raised = (change?: Partial<Change>) => {
    const update = change && { ...same, ...change }
    const facts = { update: update && { ...update, extent: extentOf(update) }, users: 900 }
    const answers = askGates({ ...facts, report: { ...report, server } })
    return answers.filter((each) => each.raised).map(({ gate, rules }) => [gate, ...rules].join(' '))
  }
  const risks = ['destructive-tools delete', 'many-users 900']
  assert.deepEqual(raised(), [...risks, 'first-listing'])
  assert.deepEqual(raised({ answers: ['ownership'] }), ['texts-changed ownership'])
  assert.deepEqual(raised({ sameTools: false }), [...risks, 'tools-changed'])
  assert.deepEqual(raised({ fields: ['name'] }), ['texts-changed name'])
  assert.deepEqual(raised({ relisting: true }), [...risks, 'relisting'])
  assert.deepEqual(raised({}), [])
})

test('an approval stands when nothing has changed, everything required is met, and nothing new asks for a person', () => {
  const clean = reportOf([{ rule: 'TRN-01', outcome: 'pass', level: 'reject' }])
  const asks = reportOf([{ rule: 'DOC-06', outcome: 'needs-human', level: 'must' }])
  const blind = reportOf([{ rule: 'DOC-01', outcome: 'not-evaluated', reason: 'could-not-look' }])
  const fails = reportOf([{ rule: 'TOOL-04', outcome: 'fail', level: 'must' }])
  const nothing = { extent: 'nothing' } as const
  assert.equal(approvalStands(nothing, clean, clean), true)
  assert.equal(approvalStands(nothing, asks, asks), true)
  assert.equal(approvalStands(nothing, clean, asks), false)
  assert.equal(approvalStands(nothing, clean, blind), false)
  assert.equal(approvalStands(nothing, fails, fails), false)
  assert.equal(approvalStands(nothing, clean, reportOf([], false)), false)
  assert.equal(approvalStands({ extent: 'texts' }, clean, clean), false)
  assert.equal(approvalStands({ extent: 'full' }, clean, clean), false)
})

test('documents are compared sentence by sentence, wherever their addresses lead', () => {
  const page = (url: string, status: number, body: string, headers = {}) => ({
    request: { method: 'GET', url, headers: {}, body: null },
    response: { status, headers, body, truncated: false },
  })
  const named = (url: string, ...exchanges: object[]) => ({
    report: { exchanges } as unknown as Report,
    facts: { documentationUrl: null, privacyUrl: url, termsUrl: null, supportContact: 'help@example.com' },
  })
  const site = 'https://publisher.example'
  const before = named(
    `${site}/privacy`,
    page(`${site}/privacy`, 200, '<p>We keep nothing. We sell nothing.</p>'),
  )
  const moved = named(
    `${site}/legal`,
    page(`${site}/legal`, 301, '', { location: '/legal/privacy' }),
    page(`${site}/legal/privacy`, 200, '<h1>We keep nothing.</h1> We sell it all.'),
  )
  assert.deepEqual(diffDocuments(before, moved), [
    { field: 'privacyUrl', url: `${site}/legal`, patch: '-We sell nothing.\n+We sell it all.\n', cut: false },
  ])
  assert.deepEqual(diffDocuments(before, before), [])
  const gone = named(`${site}/privacy`, page(`${site}/privacy`, 404, 'Not here.'))
  assert.equal(diffDocuments(before, gone)[0]?.patch, undefined)
  assert.equal(diffDocuments(before, gone).length, 1)
  const loop = named(`${site}/a`, page(`${site}/a`, 302, '', { location: '/a' }))
  assert.deepEqual(diffDocuments(loop, loop), [])
})
