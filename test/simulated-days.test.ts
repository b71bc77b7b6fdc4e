import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../directory/test/database.ts'
import { judge } from '../scripts/simulate/judge.ts'
import { live } from '../scripts/simulate/live.ts'
import { dayMs, type Planned, type Steps } from '../scripts/simulate/plan.ts'
import type { Fault } from '../scripts/simulate/population.ts'
import { createWorld } from '../scripts/simulate/world.ts'

const start = new Date('2027-01-01T00:00:00Z')
const days = 5
const at = (day: number): number => start.getTime() + day * dayMs

/** The policy in force, with half days between its steps: what `npm run simulate` does in a year happens in five days. */
const hurried = {
  id: 'hurried',
  windowDays: 30,
  leastLooksOfDay: 12,
  healthyShare: 0.05,
  warnShare: 0.3,
  leastDays: 2,
  leastLooks: 100,
  freshDays: 2,
  warnedDays: 0.5,
  graceDays: 0.5,
  hiddenDays: 0.5,
  recoveryDays: { warned: 1, hidden: 2, delisted: 3 },
  relapseDays: 0,
  mostRecoveryDays: 28,
  leastLostMs: 3_600_000,
  mostExtensionDays: 90,
}

const dead: Steps = ['warned', 'last-warned', 'hidden', 'delisting-due', 'delisted']
const fault = (kind: Fault['kind'], from: number, until: number): Fault => ({
  kind,
  from: at(from),
  until: at(until),
})
const plan: readonly (Pick<Planned, 'what' | 'steps'> & { readonly faults: readonly Fault[] })[] = [
  { what: 'well', steps: [], faults: [] },
  { what: 'blips', steps: [], faults: [{ ...fault('5xx', 0.5, 1.5), once: true }] },
  { what: 'limited', steps: [], faults: [fault('rate-limited', 0.5, 2)] },
  { what: 'short', steps: [], faults: [fault('tls', 0.6, 0.65), fault('not-mcp', 1.6, 1.7)] },
  { what: 'short', steps: [], faults: [fault('4xx', 0.6, 0.65), fault('wrong-transport', 1.6, 1.7)] },
  { what: 'short', steps: [], faults: [fault('time-out', 0.6, 0.65), fault('no-connection', 1.6, 1.7)] },
  { what: 'twelveDays', steps: ['warned', 'last-warned', 'restored'], faults: [fault('auth-gated', 1, 2)] },
  { what: 'dead', steps: dead, faults: [fault('5xx', 1, 90)] },
  { what: 'dead', steps: dead, faults: [fault('dns', 1, 90)] },
]

test('five simulated days: faults are named right, who is well hears nothing, who is dead goes every step, a day of our own moves nobody', async () => {
  await using database = await testDatabase()
  const servers = plan.map((one, n): Planned => {
    const era = n % 2 === 0 ? 'legacy' : 'modern'
    return { ...one, url: `https://mcp${n}.example.com/mcp`, era, gated: n % 3 === 0 && n !== 6 }
  })
  const cut = { from: at(2.6), until: at(2.9) }
  const { connectionString } = database
  await using world = await createWorld({
    connectionString,
    servers,
    start,
    seed: 1,
    cadence: 'adaptive',
    policy: hurried,
    cut,
  })
  const lived = await live(world, { until: new Date(at(days)), tickMs: 9.5 * 60_000 })
  const longestIntervalMs = dayMs / 2
  const { wrong, ...counts } = judge(lived, { until: at(days), longestIntervalMs, days: {}, cut })
  assert.deepEqual(Object.values(wrong).flat(), [])
  assert.partialDeepStrictEqual(counts, { faults: 9, noise: 2, warned: 3, delisted: 2, restored: 1 })
  assert.equal((await world.monitoring.gapsSince(start)).length, 1)
})
