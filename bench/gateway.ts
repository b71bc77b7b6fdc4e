/**
 * npm run bench -- gateway [--json] [--quick] [--without-peers]: calls of one tool, directly, through a bare proxy
 * on node:http, through our gateway as `npm run serve` starts it, and through programs of others, in one run on
 * 127.0.0.1. Each is first called for some seconds, for they are measured as they serve all day: compiled, which takes
 * ours some 40,000 calls and a bare proxy 5,000. Short blocks of calls take turns, there and back, so that what else the
 * machine does meets all of them: some turns of all, then many of ours and of those that it is compared with, which are bare
 * proxies that pass on the same version of the protocol and the best program of others. What else the machine does only adds,
 * so a figure is what a quarter of the blocks are better than; medians and sums stand beside it. Memory is measured after a
 * collection: what is kept, not what was not yet thrown away. Processor times need Linux. Ends with 1 when a goal is missed,
 * or a program of others could not be called.
 */
import { startPeers, unaskedPeers, type Missing, type Peer } from './gateway/peers.ts'
import { openPatiently, type Way } from './gateway/load.ts'
import { cpuMs, startOwn } from './gateway/processes.ts'
import { startProduct, type Connector } from './gateway/product.ts'
import { besideFaults, memoryOver, openManySessions } from './gateway/trials.ts'
import { bestOf, columns, ratiosOf, undisturbed, type Column, type Row } from './gateway/ratios.ts'
import { takeTurns, type Path } from './gateway/turns.ts'
import { figure } from './measure/rounds.ts'
import { holds, report, table, type Measured } from './measure/results.ts'

type Era = (typeof eras)[number]

const quick = process.argv.includes('--quick')
const withPeers = !process.argv.includes('--without-peers')
const plan = {
  warmMs: quick ? 2000 : 10_000,
  /** At 1, 16 and 64 calls at a time. What is compared takes part in the turns of all too. */
  blocks: [
    { concurrent: 1, calls: 400, inARow: 4, turns: { all: quick ? 1 : 2, compared: quick ? 0 : 4 } },
    { concurrent: 16, calls: 1200, inARow: 4, turns: { all: quick ? 1 : 3, compared: quick ? 0 : 24 } },
    { concurrent: 64, calls: 1200, inARow: 4, turns: { all: quick ? 1 : 3, compared: quick ? 0 : 24 } },
  ],
  faults: { rounds: quick ? 3 : 7, calls: quick ? 1000 : 4800 },
  sessions: 400,
  memory: quick ? ([5000, 15_000] as const) : ([50_000, 250_000] as const),
}
const eras = ['legacy', 'modern'] as const
const ours = { legacy: 'gateway, 2025-11-25', modern: 'gateway, 2026-07-28' } as const
const floors = { legacy: 'floor, 2025-11-25', modern: 'floor, 2026-07-28' } as const

await using resources = new AsyncDisposableStack()
const upstream = await startOwn('echo-server.ts')
resources.defer(() => upstream.stop())
const product = await startProduct()
resources.defer(() => product.stop())
const missing: Missing[] = []
const paths = await allPaths()
for (const { way } of paths) await warm(way)
const rows = new Map<number, ReadonlyMap<string, readonly Row[]>>()
for (const blocks of plan.blocks) {
  rows.set(blocks.concurrent, await takeTurns(blocks, { paths, compared, database: product.database }))
}
const results = [...ratios(), ...(await trials())]
// Who asks for programs of others and does not get one has no answer.
const failed = results.some((measured) => !holds(measured)) || (withPeers && missing.length > 0)
process.stdout.write(
  process.argv.includes('--json') ? json() : `${lines()}\n${table(results)}${unmeasured()}`,
)
if (failed) process.exitCode = 1

function serverUrl(port: 'legacy' | 'modern' | 'faulty'): string {
  return `http://127.0.0.1:${upstream.ports[port]}/mcp`
}

function wayOf({ url, tokens }: Connector, speaks: Era): Way {
  return { url, people: tokens.map((token) => ({ authorization: `Bearer ${token}` })), speaks }
}

async function allPaths(): Promise<readonly Path[]> {
  const direct: Way = { url: new URL(serverUrl('legacy')), people: [{}], speaks: 'legacy' }
  const peers = await callablePeers()
  return [
    { name: 'direct', note: '', way: direct, cpu: () => 0 },
    // What is compared stands side by side.
    await bareProxy('legacy'),
    await gateway('legacy'),
    await bareProxy('modern'),
    await gateway('modern'),
    ...peers.map((peer) => ({ ...peer, cpu: () => cpuMs(peer.process.pid, 'family') })),
  ]
}

async function bareProxy(era: Era): Promise<Path> {
  const bare = await startOwn('bare-proxy.ts', { UPSTREAM: serverUrl(era) })
  resources.defer(() => bare.stop())
  return {
    name: floors[era],
    note: 'a bare proxy on node:http that reads nothing',
    way: { url: new URL(`http://127.0.0.1:${bare.ports['port']}/mcp`), people: [{}], speaks: era },
    cpu: () => cpuMs(bare.pid),
  }
}

async function gateway(era: Era): Promise<Path> {
  return {
    name: ours[era],
    note: 'token, limits, policy, audit and caps; this version of the protocol on both sides',
    way: wayOf(await product.connector(`Echo ${era}`, serverUrl(era), 'login'), era),
    cpu: () => cpuMs(product.pid),
  }
}

/** Those that start and pass a call on; the others are named with the results as not measured. */
async function callablePeers(): Promise<readonly Peer[]> {
  if (!withPeers) {
    missing.push(...unaskedPeers())
    return []
  }
  const peers = await startPeers(serverUrl('legacy'))
  missing.push(...peers.missing)
  const callable: Peer[] = []
  for (const peer of peers.started) {
    resources.defer(() => peer.process.stop())
    try {
      const workers = await openPatiently(peer.way, 1)
      workers.close()
      callable.push(peer)
    } catch (error) {
      await peer.process.stop()
      missing.push({ name: peer.name, why: `passed no call on: ${String(error)}` })
    }
  }
  return callable
}

async function warm(way: Way): Promise<void> {
  const workers = await openPatiently(way, 16)
  const until = performance.now() + plan.warmMs
  while (performance.now() < until) await workers.call(400)
  workers.close()
}

/** Ours and what it is divided by. */
function compared(taken: ReadonlyMap<string, readonly Row[]>): readonly string[] {
  const best = bestOf(taken, peerNames())
  return [...Object.values(floors), ...Object.values(ours), ...(best === undefined ? [] : [best])]
}

function peerNames(): readonly string[] {
  return paths.filter((path) => path.httpToHttp === true).map(({ name }) => name)
}

function ratios(): readonly Measured[] {
  return eras.flatMap((era) => ratiosOf(rows, { name: ours[era], floor: floors[era], peers: peerNames() }))
}

async function trials(): Promise<Measured[]> {
  const [legacy, modern] = [wayNamed(ours.legacy), wayNamed(ours.modern)]
  const sessions = await openManySessions(legacy, product, plan.sessions)
  const memory = await memoryOver(legacy, product, plan.memory)
  const faulty = wayOf(await product.connector('Faulty', serverUrl('faulty'), 'open'), 'modern')
  const slowed: number[] = []
  for (let round = 0; round < plan.faults.rounds; round += 1) {
    const { aloneMs, besideMs } = await besideFaults(modern, faulty, plan.faults.calls)
    slowed.push(besideMs / aloneMs)
  }
  const one = (
    name: string,
    unit: Measured['unit'],
    value: number,
    note: string,
    atMost?: number,
  ): Measured => ({
    name,
    unit,
    figure: figure([value]),
    note,
    ...(atMost !== undefined && { goal: { atMost } }),
  })
  const { sessions: count } = plan
  return [
    one(`${count} new sessions at once: errors`, 'errors', sessions.errors, '', 0),
    one('… the slowest of them, with its first call', 'ms', sessions.worstMs, ''),
    one('… memory for each', 'KiB', sessions.kibPerSession, 'resident after a collection', 20),
    one(
      `memory after ${plan.memory[1]} calls, against ${plan.memory[0]}`,
      'x',
      memory.afterLast / memory.afterFirst,
      `${Math.round(memory.afterFirst)} and ${Math.round(memory.afterLast)} MiB after a collection`,
      1.1,
    ),
    {
      name: 'p99 of a healthy server beside a faulty one, against alone',
      unit: 'x',
      figure: figure(slowed),
      note: 'calls that hang, drip, close, flood and babble',
      goal: { atMost: 1.5 },
    },
  ]
}

function wayNamed(name: string): Way {
  const path = paths.find((each) => each.name === name)
  if (path === undefined) throw new Error(`There is no path "${name}".`)
  return path.way
}

function shown(concurrent: number, name: string, column: Column): number {
  return Number(undisturbed(rows, concurrent, name, column).toPrecision(3))
}

function json(): string {
  const described = paths.map(({ name, note }) => ({
    path: name,
    note,
    at: Object.fromEntries(
      plan.blocks.map(({ concurrent }) => [
        concurrent,
        Object.fromEntries(columns.map((column) => [column, shown(concurrent, name, column)])),
      ]),
    ),
  }))
  return `${JSON.stringify({ ...report('gateway', results), holds: !failed, paths: described, notMeasured: missing }, null, 2)}\n`
}

function unmeasured(): string {
  return missing.map(({ name, why }) => `NOT MEASURED ${name}: ${why}\n`).join('')
}

function lines(): string {
  const head = ['', 'at once', 'p50 ms', 'p99 ms', 'calls/s', 'CPU ms/call', 'database']
  const body = plan.blocks.flatMap(({ concurrent }) =>
    paths.map(({ name }) => {
      const cells = columns.map((column) => String(shown(concurrent, name, column)))
      return [name, String(concurrent), ...cells]
    }),
  )
  return [head, ...body]
    .map(([name = '', ...cells]) => name.padEnd(40) + cells.map((cell) => cell.padStart(12)).join(''))
    .join('\n')
}
