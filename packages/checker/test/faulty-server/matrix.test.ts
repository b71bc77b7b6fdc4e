import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRaised, look, misattributed, told } from './attribution.ts'
import type { Fault } from './fault.ts'
import { readFaults } from './faults.ts'
import type { Eras } from './plan.ts'

const kinds: readonly Eras[] = ['both', 'modern', 'legacy']
const faults = await readFaults()

/** Faults take turns over the kinds of servers that they concern; with EVERY_ERA=1 each meets all of them. */
function kindsFor({ eras }: Fault, index: number): readonly Eras[] {
  const possible = eras ?? kinds
  if (process.env['EVERY_ERA'] === '1') return possible
  return possible.filter((_eras, n) => n === index % possible.length)
}

describe('the exemplary server raises nothing', { concurrency: true }, () => {
  for (const eras of kinds) {
    for (const scopes of [['passive'], ['passive', 'call']] as const) {
      void test(`speaking ${eras}, ${scopes.join(' and ')}`, async () => {
        const report = await look(eras, undefined, scopes)
        assert.deepEqual(report.findings.filter(isRaised).map(told), [])
        assert.equal(report.verdict, 'ready')
      })
    }
  }
})

describe('each fault raises its rule and no other', { concurrency: 6 }, () => {
  for (const [index, fault] of faults.entries()) {
    for (const eras of kindsFor(fault, index)) {
      void test(`${fault.id} (${eras}): ${fault.title}`, async () => {
        const wrong = misattributed(fault, await look(eras, fault))
        assert.equal(wrong.length, 0, `${fault.id} (${eras})\n  ${wrong.join('\n  ')}`)
      })
    }
  }
})
