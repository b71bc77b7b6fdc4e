import assert from 'node:assert/strict'
import { test } from 'node:test'
import { membersOf, replaceSpans, resultIn, startOf, toolsIn } from './json-span.ts'

const text = '\n{ "a" : {"x":[1,{"]":"}\\""}]} ,"b\\u0041":1.50,"c": "q\\\\" , "d":null}'

test('the members of an object are found where they stand, whatever is inside them', () => {
  const members = membersOf(text, startOf(text))
  assert.deepEqual(
    members.map(({ name, valueStart, end }) => [name, text.slice(valueStart, end)]),
    [
      ['a', '{"x":[1,{"]":"}\\""}]}'],
      ['bA', '1.50'],
      ['c', '"q\\\\"'],
      ['d', 'null'],
    ],
  )
  assert.deepEqual(membersOf('{}', 0), [])
})

test('a string ends at its own quote, whatever stands before that', () => {
  for (const value of [
    '',
    'x',
    '"',
    '\\',
    '\\"',
    'a"b',
    'a\\',
    '"\\\\"',
    `${'x'.repeat(99)}"`,
    'a"b\\"c\\\\"d\\\\\\',
    '\\'.repeat(9),
    '"'.repeat(9),
    '\u{1f600}\n',
  ]) {
    const written = JSON.stringify({ [value]: value, last: 1 })
    const [first, last] = membersOf(written, 0)
    assert.ok(first && last)
    assert.deepEqual([first.name, written.slice(first.valueStart, first.end)], [value, JSON.stringify(value)])
    assert.equal(last.name, 'last')
  }
})

test('only the replaced parts change', () => {
  const [a, , c] = membersOf(text, startOf(text))
  assert.ok(a && c)
  const changed = replaceSpans(text, [
    { start: c.valueStart, end: c.end, by: '2' },
    { start: a.valueStart, end: a.end, by: '1' },
  ])
  assert.equal(changed, '\n{ "a" : 1 ,"b\\u0041":1.50,"c": 2 , "d":null}')
})

test('of two results or lists the last is meant, which is the one that a reader gets', () => {
  const twice = '{"result":{"tools":[1]},"id":1,"result":{"tools":[2],"tools":[3]}}'
  const written = (member: ReturnType<typeof resultIn>) =>
    member && twice.slice(member.valueStart, member.end)
  assert.equal(written(resultIn(twice)), '{"tools":[2],"tools":[3]}')
  assert.equal(written(toolsIn(twice)), '[3]')
  assert.deepEqual(JSON.parse(twice).result.tools, [3])
  assert.equal(toolsIn('{"error":{}}'), undefined)
})
