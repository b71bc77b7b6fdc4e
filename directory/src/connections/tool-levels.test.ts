import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  isAllowedNow,
  isBlocked,
  kindOf,
  levelBy,
  levelOf,
  needsHints,
  stricter,
  toolRules,
  type Rules,
  type ToolKind,
  type ToolLevel,
} from './tool-levels.ts'

const kinds = ['read-only', 'write', 'destructive'] as const
const tool = 'send'
const said = (all?: string, named?: string): Rules => {
  const find = (text: string | undefined) => toolRules.find((rule) => rule === text)
  const rule = find(named)
  return { all: find(all), tools: new Map(rule === undefined ? [] : [[tool, rule]]) }
}
const nothing = said()

test('a tool only reads when it says so and does not say that it destroys; without hints it writes', () => {
  const table: readonly (readonly [unknown, ToolKind])[] = [
    [null, 'write'],
    ['read', 'write'],
    [{}, 'write'],
    [{ readOnlyHint: true }, 'read-only'],
    [{ readOnlyHint: 'true' }, 'write'],
    [{ readOnlyHint: false, destructiveHint: false }, 'write'],
    [{ destructiveHint: true }, 'destructive'],
    [{ readOnlyHint: true, destructiveHint: true }, 'destructive'],
  ]
  for (const [annotations, kind] of table)
    assert.equal(kindOf(annotations), kind, JSON.stringify(annotations))
})

/** For all tools, for this one; then what a tool gets that reads, writes, destroys. */
const table = `
  -       -       allow   allow   allow
  -       allow   allow   allow   allow
  -       hints   allow   ask     ask
  -       ask     ask     ask     ask
  -       blocked blocked blocked blocked
  allow   -       allow   allow   allow
  allow   allow   allow   allow   allow
  allow   hints   allow   ask     ask
  allow   ask     ask     ask     ask
  allow   blocked blocked blocked blocked
  hints   -       allow   ask     ask
  hints   allow   allow   allow   ask
  hints   hints   allow   ask     ask
  hints   ask     ask     ask     ask
  hints   blocked blocked blocked blocked
  ask     -       ask     ask     ask
  ask     allow   allow   allow   allow
  ask     hints   allow   ask     ask
  ask     ask     ask     ask     ask
  ask     blocked blocked blocked blocked
  blocked -       blocked blocked blocked
  blocked allow   allow   allow   allow
  blocked hints   allow   ask     ask
  blocked ask     ask     ask     ask
  blocked blocked blocked blocked blocked`

test('each rule for all tools and for one gives each kind of tool the level of the table', () => {
  const rows = table.trim().split('\n')
  assert.equal(rows.length, 25)
  for (const row of rows) {
    const [all, named, ...levels] = row.trim().split(/ +/)
    const own = said(all, named)
    assert.deepEqual(
      kinds.map((kind) => levelOf({ own, ceiling: nothing }, tool, kind)),
      levels,
      row,
    )
    // An organisation that says the same, of somebody who says nothing, comes to the same.
    assert.deepEqual(
      kinds.map((kind) => levelOf({ own: nothing, ceiling: own }, tool, kind)),
      levels,
      row,
    )
    const both = { own, ceiling: nothing, allowedUntil: new Map() }
    assert.equal(isBlocked(both, tool), levels[0] === 'blocked', row)
    if (!needsHints(both, tool)) assert.equal(new Set(levels).size, 1, row)
  }
})

const rule = fc.option(fc.constantFrom(...toolRules), { nil: undefined })
const rules = fc.record({
  all: rule,
  tools: fc
    .dictionary(fc.constantFrom('send', '__proto__', 'read'), fc.constantFrom(...toolRules))
    .map((named) => new Map(Object.entries(named))),
})

test('whatever a person says, nothing is looser than their organisation allows', () => {
  const order: readonly ToolLevel[] = ['allow', 'ask', 'blocked']
  fc.assert(
    fc.property(
      rules,
      rules,
      fc.constantFrom('send', '__proto__', 'new'),
      fc.constantFrom(...kinds),
      (own, ceiling, name, kind) => {
        const level = levelOf({ own, ceiling }, name, kind)
        const most = levelBy(ceiling, name, kind)
        assert.ok(order.indexOf(level) >= order.indexOf(most))
        assert.equal(level, stricter(levelBy(own, name, kind), most))
      },
    ),
  )
})

test('what was allowed for a while ends by the clock', () => {
  const levels = { own: nothing, ceiling: nothing, allowedUntil: new Map([[tool, 1000]]) }
  assert.ok(isAllowedNow(levels, tool, new Date(999)))
  assert.ok(!isAllowedNow(levels, tool, new Date(1000)))
  assert.ok(!isAllowedNow(levels, 'other', new Date(0)))
})
