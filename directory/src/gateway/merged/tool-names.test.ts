import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSlug, longestName, offeredName, prefixOf, splitName } from './tool-names.ts'

test('a tool is offered under slug and name, and found again by them', () => {
  assert.equal(offeredName('notes', 'list_notes'), 'notes__list_notes')
  assert.deepEqual(splitName('notes__list__all'), { prefix: 'notes', rest: 'list__all' })
  for (const odd of ['notes', 'notes_list', '__list', '']) assert.equal(splitName(odd), undefined)
})

test('a name is never longer than clients take, has no other characters, and is the same every time', () => {
  const slugs = ['a', 'notes', 'a-very-long-slug-that-fills-all-forty-eight-char']
  const tools = ['x', 'list.notes', 'list notes', 'größe', 'x'.repeat(128), `${'x'.repeat(127)}y`, '__', '名']
  const names = slugs.flatMap((slug) => tools.map((tool) => offeredName(slug, tool)))
  for (const name of names) assert.match(name, /^[A-Za-z0-9_-]{1,47}$/)
  assert.equal(new Set(names).size, names.length)
  assert.equal(longestName, 47)
  assert.equal(offeredName('notes', 'list.notes'), 'notes__list_notes_af2cba297a')
})

test('a long slug is shortened to what no other slug can be', () => {
  const prefix = prefixOf('a-very-long-slug-that-fills-all-forty-eight-char')
  assert.match(prefix, /^a-very-lo_[0-9a-f]{10}$/)
  assert.equal(isSlug(prefix), false)
  assert.equal(isSlug(prefixOf('exactly-twenty-chars')), true)
})
