import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RecentTexts } from './recent-texts.ts'

/** A string of its own, as one that has just arrived is. */
const arrived = (text: string): string => Buffer.from(text).toString('latin1')

test('what was kept for a text is found for every copy of it, until another text takes its place', () => {
  const recent = new RecentTexts<number>()
  const texts = ['', 'a', ...Array.from({ length: 2000 }, (_, at) => `Bearer ${'x'.repeat(at % 700)}${at}`)]
  let found = 0
  for (const [at, text] of texts.entries()) {
    assert.equal(recent.get(arrived(text)), undefined, text)
    recent.keep(arrived(text), at)
    assert.equal(recent.get(arrived(text)), at)
  }
  for (const [at, text] of texts.entries()) {
    const value = recent.get(arrived(text))
    if (value === undefined) continue
    assert.equal(value, at)
    found += 1
  }
  assert.ok(found > 100, `${found} are still there.`)
})

test('what was cleared is not found', () => {
  const recent = new RecentTexts<string>()
  recent.keep('token', 'whose it is')
  recent.clear()
  assert.equal(recent.get('token'), undefined)
})
