import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TextMap } from './text-map.ts'

/** A string of its own, as one that has just arrived is. */
const arrived = (text: string): string => Buffer.from(text).toString('latin1')

test('a map of texts finds for every copy of a text what was set last, however many share a place', () => {
  const map = new TextMap<number>()
  const texts = ['', 'a', ...Array.from({ length: 2000 }, (_, at) => `Bearer ${'x'.repeat(at % 700)}${at}`)]
  for (const [at, text] of texts.entries()) {
    assert.equal(map.get(arrived(text)), undefined, text)
    map.set(arrived(text), at)
    assert.equal(map.get(arrived(text)), at)
  }
  assert.equal(map.size, texts.length)
  for (const [at, text] of texts.entries()) assert.equal(map.get(arrived(text)), at)
  map.set('a', -1)
  assert.equal(map.get(arrived('a')), -1)
})

test('what was deleted from a map of texts is not found, and the others stay', () => {
  const map = new TextMap<string>()
  for (const text of ['one', 'other']) {
    map.set(text, `what ${text} is`)
    map.get(arrived(text))
  }
  map.delete(arrived('one'))
  assert.equal(map.get('one'), undefined)
  assert.equal(map.get('other'), 'what other is')
  map.clear()
  assert.equal(map.get('other'), undefined)
  assert.equal(map.size, 0)
})
