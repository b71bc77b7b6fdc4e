import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinedTexts } from './joined-texts.ts'

test('three texts are joined to a key of their own, also after more than are kept', () => {
  const join = joinedTexts()
  const keys = new Set<string>()
  for (let at = 0; at < 12_000; at += 1)
    keys.add(join(`person ${at % 3}`, `connector ${at % 7}`, `tool ${at}`))
  assert.equal(keys.size, 12_000)
  assert.equal(join('a', 'b', 'c'), 'a b c')
  assert.equal(join('a', 'b', 'c'), 'a b c')
  assert.equal(join('a', 'b', ''), 'a b ')
  assert.equal(join('person 0', 'connector 0', 'tool 0'), 'person 0 connector 0 tool 0')
})
