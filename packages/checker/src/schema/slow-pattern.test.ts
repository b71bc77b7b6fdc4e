import assert from 'node:assert/strict'
import { test } from 'node:test'
import { threadMs } from '../../../../test/thread-time.ts'
import { isSlowPattern } from './slow-pattern.ts'

const slow = [
  '(a+)+',
  '^(a*)*$',
  '^([a-z]+)*$',
  '^(\\w+\\s?)*$',
  '^(\\d+|x)+$',
  '(.*)*',
  '((a+)b?)+',
  '(?:(?<word>[A-Za-z]+)\\s*)+!',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(.+,)+$',
  '(a+){12}',
  '(x(y|z+))*|(?:(?:a{2,})?)+',
  '(\\p{L}+)+',
]
const quick = [
  '^b[0-9]{1,6}$',
  '^[a-z0-9]+(?:-[a-z0-9]+)*$',
  '^(\\d+,)*\\d+$',
  '^(\\w+\\s)*\\w+$',
  '^([A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$',
  "^(?!\\.)(?!.*\\.\\.)([A-Za-z0-9_'+\\-\\.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
  '^([0-9a-fA-F]{4}-)*$',
  '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==)?$',
  '(a+)?',
  '([(+]|\\(\\+)+',
  '^(a|b)*$',
  '(a+)+'.repeat(500),
  '(a+)+)',
]

test('a repetition without end in a repetition is slow, unless a separator divides its rounds', () => {
  assert.deepEqual(
    slow.filter((pattern) => !isSlowPattern(pattern)),
    [],
  )
  assert.deepEqual(quick.filter(isSlowPattern), [])
})

test('no text makes the reading of a pattern throw or take long', () => {
  const pieces = ['(', ')', '[', ']', '\\', '|', '*', '+', '?', '{', '2,', '}', 'a', '(?:', '(?<', '^', '-']
  let seed = 7
  for (let round = 0; round < 3_000; round += 1) {
    let text = ''
    for (let count = 0; count < 30; count += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      text += pieces[seed % pieces.length] ?? ''
    }
    assert.doesNotThrow(() => isSlowPattern(text), text)
  }
  for (const deep of ['('.repeat(2_000), '(a|b)?'.repeat(300), `${'(a|b'.repeat(400)}${')*'.repeat(200)}`]) {
    const begun = threadMs()
    isSlowPattern(deep)
    assert.ok(threadMs() - begun < 1_000)
  }
})
