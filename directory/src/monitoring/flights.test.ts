import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Flights } from './flights.ts'
import type { LookState } from './model.ts'

function stage() {
  const flights = new Flights<LookState>((state) => [state])
  /** Begins a look that lands when it is told to. */
  const begin = () => {
    const { promise, resolve } = Promise.withResolvers<LookState | undefined>()
    const landing = flights.begin(promise)
    return async (state: LookState | undefined): Promise<void> => {
      resolve(state)
      await landing
    }
  }
  return { flights, begin }
}

const nothing = { seen: [], states: [] }

describe('what landed', () => {
  test('is judged at once when it went well, and a failure with what went well after it began', async () => {
    const { flights, begin } = stage()
    const [slow, quick, broken] = [begin(), begin(), begin()]
    await quick('ok')
    await broken('5xx')
    assert.deepEqual(flights.take(), { seen: ['ok', '5xx'], states: ['ok', '5xx'] })
    await slow('time-out')
    assert.deepEqual(flights.take(), { seen: ['time-out'], states: ['time-out', 'ok'] })
    assert.equal(flights.size, 0)
  })

  test('three that hung and land alone are no outage: others went well meanwhile', async () => {
    const { flights, begin } = stage()
    const slow = [begin(), begin(), begin()]
    await begin()('auth-gated')
    flights.take()
    for (const land of slow) await land('time-out')
    const { seen, states } = flights.take()
    assert.equal(seen.length, 3)
    assert.ok(states.includes('ok'))
  })

  test('failures that came before anything else wait, hold their places, and are the servers’ when something goes well', async () => {
    const { flights, begin } = stage()
    const slow = begin()
    for (const state of ['dns', 'tls', 'no-connection'] as const) await begin()(state)
    assert.deepEqual(flights.take(), nothing)
    assert.deepEqual([flights.size, flights.places, flights.mayBegin], [4, 4, true])
    await slow('ok')
    assert.equal(flights.places, 0)
    const { seen, states } = flights.take()
    assert.deepEqual(seen, ['dns', 'tls', 'no-connection', 'ok'])
    assert.ok(states.includes('ok'))
  })

  test('failures that land one by one are judged together with the last', async () => {
    const { flights, begin } = stage()
    const all = [begin(), begin(), begin()]
    await all[1]?.('dns')
    assert.deepEqual(flights.take(), nothing)
    await all[0]?.('time-out')
    assert.deepEqual(flights.take(), nothing)
    await all[2]?.('time-out')
    assert.deepEqual(flights.take().states, ['dns', 'time-out', 'time-out'])
  })

  test('what failed after our network went out is judged without what hung while it was well', async () => {
    const { flights, begin } = stage()
    const slow = begin()
    await begin()('ok')
    flights.take()
    const later = [begin(), begin(), begin()]
    for (const land of later) await land('dns')
    assert.deepEqual(flights.take(), nothing)
    await slow('time-out')
    assert.deepEqual(flights.take(), {
      seen: ['dns', 'dns', 'dns', 'time-out'],
      states: ['dns', 'dns', 'dns'],
    })
  })

  test('a failure waits for what was in flight, and for what began meanwhile, and then nothing more begins', async () => {
    const { flights, begin } = stage()
    const slow = begin()
    await begin()('dns')
    flights.take()
    const later = begin()
    assert.equal(flights.mayBegin, true)
    await slow('time-out')
    assert.deepEqual([flights.take(), flights.mayBegin], [nothing, false])
    await later(undefined)
    assert.deepEqual(flights.take().seen, ['dns', 'time-out'])
    assert.equal(flights.mayBegin, true)
  })
})
