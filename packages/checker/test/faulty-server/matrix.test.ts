import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRaised, look, misattributed, told } from './attribution.ts'
import { readFaults } from './faults.ts'
import type { Eras } from './plan.ts'

const kinds: readonly Eras[] = ['both', 'modern', 'legacy']
const faults = await readFaults()

describe('the exemplary server raises nothing', { concurrency: true }, () => {
  for (const eras of kinds) {
    void test(`speaking ${eras}`, async () => {
      const report = await look(eras)
      assert.deepEqual(report.findings.filter(isRaised).map(told), [])
      assert.equal(report.verdict, 'ready')
    })
  }
})

describe('each fault raises its rule and no other', { concurrency: 6 }, () => {
  for (const fault of faults) {
    for (const eras of fault.eras ?? kinds) {
      void test(`${fault.id} (${eras}): ${fault.title}`, async () => {
        const wrong = misattributed(fault, await look(eras, fault))
        assert.equal(wrong.length, 0, `${fault.id} (${eras})\n  ${wrong.join('\n  ')}`)
      })
    }
  }
})
