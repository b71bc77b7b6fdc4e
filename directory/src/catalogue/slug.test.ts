import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numbered, parseSlug, slugFrom } from './slug.ts'

const server = 'https://mcp.example.com/mcp'

for (const [name, slug] of [
  ['Mail', 'mail'],
  ['  Größe & Co. ', 'grosse-co'],
  ['カレンダー', 'mcp-example-com'],
  ['Search', 'mcp-example-com'],
  ['!', 'mcp-example-com'],
  ['x'.repeat(300), 'x'.repeat(48)],
] as const) {
  test(`"${name.slice(0, 20)}" gets the slug ${slug.slice(0, 20)}`, () => {
    assert.equal(slugFrom(name, server), slug)
    assert.equal(parseSlug(slug), slug)
  })
}

test('what is no slug is refused: too short, capitals, dashes at the ends, our own words', () => {
  for (const bad of [
    '',
    'a',
    'Mail',
    '-mail',
    'mail-',
    'ma--il',
    'ma/il',
    '../x',
    'report',
    'x'.repeat(49),
  ]) {
    assert.equal(parseSlug(bad), undefined, bad)
  }
})

test('the second listing of a name is numbered', () => {
  assert.deepEqual([numbered('mail', 1), numbered('mail', 2)], ['mail', 'mail-2'])
})
