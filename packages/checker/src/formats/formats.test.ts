import assert from 'node:assert/strict'
import { test } from 'node:test'
import { couldNotLook } from '../evidence/evidence.ts'
import { againstBaseline } from '../baseline.ts'
import { judge } from '../judge.ts'
import type { Report } from '../report.ts'
import { evidence, tools } from '../../test/evidence.ts'
import { formats } from './index.ts'

const hostile =
  '</code><script>alert(1)</script>]]>"\'&@octocat #1 `x` ![p](http://evil.example) \u001b[2J\u202e\ud800\ufffe'
const blocked = judge(
  evidence({
    tools: tools({ name: hostile, description: hostile, readOnlyHint: 'x' }),
    negotiation: couldNotLook('unreachable', { problem: hostile }),
  }),
)

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly Record<string, unknown>[] } }
      readonly invocations: readonly [{ readonly executionSuccessful: boolean; readonly exitCode: number }]
      readonly results: readonly Record<string, unknown>[]
      readonly properties: { readonly passed: readonly string[] }
    },
  ]
}

function sarifOf(report: Report): Sarif['runs'][0] {
  return (JSON.parse(formats.sarif(report)) as Sarif).runs[0]
}

test('no format carries what would act in a terminal, reorder text or break its encoding', () => {
  for (const [name, format] of Object.entries(formats)) {
    const text = format(blocked)
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    assert.doesNotMatch(text, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/, name)
  }
})

test('HTML from a hostile name is text: no element, no attribute, nothing loaded', () => {
  const html = formats.html(blocked)
  assert.doesNotMatch(html, /<script|<img|<link|<iframe|\son\w+=|src=/i)
  assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/)
  assert.match(html, /default-src 'none'/)
  for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) assert.match(href, /^https:\/\/[a-z]/)
})

test('Markdown from a hostile name has no markup, notifies nobody and links nowhere', () => {
  const markdown = formats.markdown(blocked)
  // Code shows what it holds; everything else must be inert.
  const prose = markdown
    .replaceAll(/^ *```[\s\S]*?^ *```$/gm, '')
    .replaceAll(/(?<!\\)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, '')
  assert.doesNotMatch(prose, /<script|<img/)
  assert.doesNotMatch(prose, /@octocat|(?<!\\)!\[|[^(<]http:\/\/evil/)
  assert.match(markdown, /@<!-- -->octocat/)
  assert.match(markdown, /http:\/\/<!-- -->evil/)
})

test('a Markdown comment stays below what a forge takes, and says what did not fit', () => {
  const many = Array.from({ length: 900 }, (_each, index) => ({ name: `n${index}_${'`'.repeat(40)}` }))
  const markdown = formats.markdown(judge(evidence({ tools: tools(...many) })))
  assert.ok(markdown.length < 65_536, String(markdown.length))
  assert.match(markdown, /and \d+ more|did not fit/)
})

test('JUnit XML is well formed whatever a name holds, and counts what it lists', () => {
  const xml = formats.junit(blocked)
  const open: string[] = []
  for (const [, close, name = '', self] of xml.matchAll(/<(\/?)([a-z-]+)(?:\s+[\w-]+="[^"<]*")*(\/?)>/g)) {
    if (close) assert.equal(open.pop(), name)
    else if (!self) open.push(name)
  }
  assert.deepEqual(open, [])
  assert.doesNotMatch(xml, /<script|[\ufffe\uffff]|&(?!amp;|lt;|gt;|quot;|apos;)/)
  assert.ok(xml.isWellFormed())
  for (const [tag, count] of [
    ['testcase', 'tests'],
    ['failure', 'failures'],
    ['error', 'errors'],
    ['skipped', 'skipped'],
  ] as const) {
    const listed = xml.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0
    assert.match(xml, new RegExp(`<testsuites [^>]*\\b${count}="${listed}"`))
  }
})

test('what JUnit could not look at is an error and not skipped; advice is no failure', () => {
  const unseen = judge(evidence({ tools: couldNotLook('unreachable', { problem: 'no route' }) }))
  assert.match(formats.junit(unseen), /TOOL-01"[^>]*>\s*<error type="could-not-look"/)
  const advice = judge(evidence({ tools: tools({ ...plain, name: 'read page' }) }))
  assert.equal(advice.verdict, 'ready')
  assert.match(formats.junit(advice), /failures="0"/)
})

const plain = {
  name: 'read_page',
  description: 'Reads one page of the handbook by its number.',
  inputSchema: { type: 'object' },
  annotations: { title: 'Read a page', readOnlyHint: true },
}

test('SARIF levels follow the policy, tools are logical locations, and every result names its rule', () => {
  const { results, tool, invocations, properties } = sarifOf(blocked)
  const level = (rule: string) => results.find(({ ruleId }) => ruleId === rule)?.['level']
  assert.equal(level('TOOL-02'), 'error')
  assert.equal(level('TOOL-11'), 'warning')
  for (const result of results) {
    assert.equal(tool.driver.rules[Number(result['ruleIndex'])]?.['id'], result['ruleId'])
    if (result['kind'] !== undefined) assert.equal(result['level'], 'none')
  }
  assert.match(JSON.stringify(results), /"fullyQualifiedName":"tools\//)
  assert.equal(invocations[0].exitCode, 1)
  for (const rule of properties.passed) assert.equal(level(rule), undefined)
})

test('SARIF says that a check which could not look did not succeed, and keeps what was not seen open', () => {
  const { invocations, results } = sarifOf(
    judge(evidence({ tools: couldNotLook('unreachable', { problem: 'no route' }) })),
  )
  assert.equal(invocations[0].executionSuccessful, false)
  assert.ok(results.some(({ kind, ruleId }) => kind === 'open' && ruleId === 'TOOL-01'))
})

test('a failure known from a baseline is listed in every format and fails in none', () => {
  const known = againstBaseline(blocked, blocked)
  assert.match(formats.html(known), /Known from the baseline/)
  assert.match(formats.markdown(known), /Known from the baseline/)
  assert.match(formats.junit(known), /failures="0"/)
  const { results } = sarifOf(known)
  for (const result of results.filter(({ kind, level }) => kind === undefined && level !== 'note'))
    assert.equal(result['baselineState'], 'unchanged')
})
