import assert from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import { test } from 'node:test'
import { until } from '../../../../test/until.ts'
import { connectionsBed } from '../../../test/connections-bed.ts'
import { manualTimers } from '../../../test/manual-timers.ts'
import { scriptedServer } from '../../../test/scripted-server.ts'
import type { Call } from '../call.ts'
import type { Opened } from '../openings.ts'
import { createStanding } from '../standing.ts'
import { createSessionStreams, type Listener } from './session-streams.ts'

type Deps = Parameters<ReturnType<typeof createSessionStreams>['join']>[0]

test('who listens while the stream of the one before ends shares the next stream with those after', async () => {
  let closed = 0
  await using server = await scriptedServer('legacy', ({ method }, response) => {
    if (method !== 'GET') return void response.writeHead(400).end()
    response.on('close', () => (closed += 1))
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n')
  })
  await using bed = await connectionsBed()
  const ada = bed.person('ada')
  bed.list('tool', server.url)
  await bed.connections.begin(ada, 'tool')
  const [connection] = await bed.connections.list(ada)
  const endpoint = await bed.catalogue.endpointOf('tool')
  const { after } = manualTimers()
  const grantsStanding = (grants: readonly string[]) => Promise.resolve(new Set(grants))
  const standing = createStanding({ ...bed, grantsStanding, after })
  const limits = { callMs: 60_000, responseBytes: 100_000 }
  const deps = { ...bed, limits, after, standing } as unknown as Deps
  const call = { endpoint, connection } as Call
  const opening = { protocolVersion: '2025-11-25', session: { id: 's' } } as Opened
  const streams = createSessionStreams()
  const listener = (): Listener => ({ hear: () => undefined, end: () => undefined })
  const join = () => streams.join(deps, call, opening, listener())
  const opened = () => server.received.filter(({ method }) => method === 'GET').length
  const first = await join()
  first.leave()
  const second = await join()
  await until(() => closed === 1)
  await turn()
  const third = await join()
  assert.equal(opened(), 2)
  second.leave()
  third.leave()
  await until(() => closed === 2)
})
