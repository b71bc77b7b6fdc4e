import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bestOf, ratiosOf, type Row, type Taken } from '../bench/gateway/ratios.ts'
import { holds } from '../bench/measure/results.ts'

/** Blocks of one path; what disturbs the machine makes every other one take twice as long. */
function blocks(cpuMs: number, { disturbed = false, count = 40 } = {}): readonly Row[] {
  return Array.from({ length: count }, (_, nth) => {
    const more = disturbed && nth % 2 === 0 ? 2 : 1
    return {
      p50: cpuMs * more,
      p99: cpuMs * more,
      callsPerSecond: 1000 / (cpuMs * more),
      cpuMs: cpuMs * more,
      databaseCpuMs: 0,
    }
  })
}

function taken(paths: Readonly<Record<string, readonly Row[]>>): Taken {
  const each = new Map(Object.entries(paths))
  return new Map([
    [1, each],
    [16, each],
  ])
}

const names = { name: 'ours', floor: 'floor', peers: ['slow', 'best'] }

function found(measured: Taken, name: string) {
  const one = ratiosOf(measured, names).find((each) => each.name === name)
  assert.ok(one, name)
  return one
}

test('a figure of the benchmark is what a path takes where nothing else disturbs it', () => {
  const measured = taken({
    ours: blocks(0.11, { disturbed: true }),
    floor: blocks(0.1),
    slow: blocks(0.5),
    best: blocks(0.4),
  })
  const ofFloor = found(measured, 'ours: CPU per call, against the floor, 16')
  assert.equal(ofFloor.figure.median.toFixed(3), '1.100')
  assert.match(ofFloor.note, /^medians 1\.65, all blocks together 1\.65$/)
  const calls = found(measured, "ours: calls per second, against the floor's, 16")
  assert.equal(calls.figure.median.toFixed(3), '0.909')
  assert.ok(holds(calls))
  const ofBest = found(measured, 'ours: CPU per call, against best, 16')
  assert.equal(ofBest.figure.median.toFixed(3), '0.275')
})

test('who is slower in three of four blocks misses the goals of the benchmark', () => {
  const slower = blocks(0.14).map((row, nth) => (nth % 4 === 0 ? (blocks(0.09)[0] ?? row) : row))
  const measured = taken({ ours: slower, floor: blocks(0.1), slow: blocks(0.5), best: blocks(0.4) })
  assert.equal(holds(found(measured, 'ours: CPU per call, against best, 16')), false)
  assert.equal(holds(found(measured, "ours: calls per second, against the floor's, 16")), false)
})

test('the best program of others is found by the blocks that all of them have', () => {
  const [early, late] = [blocks(0.4, { count: 8 }), blocks(0.9)]
  const measured = new Map([
    ['best', [...early, ...late]],
    ['slow', blocks(0.5, { count: 8 })],
  ])
  assert.equal(bestOf(measured, ['slow', 'best']), 'best')
  assert.equal(bestOf(measured, []), undefined)
})

test('a path of which nothing was measured misses the goals of the benchmark', () => {
  const measured = taken({ ours: [], floor: blocks(0.1) })
  assert.equal(holds(found(measured, 'ours: CPU per call, against the floor, 16')), false)
  assert.equal(holds(found(measured, "ours: calls per second, against the floor's, 16")), false)
})
