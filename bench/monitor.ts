/**
 * npm run bench -- monitor [--json] [--quick]: 100,000 listed servers at the exact cadence of a quarter of an hour, for
 * five minutes: 111 looks a second. What our process takes, and PostgreSQL and the servers beside it. `--quick` is one
 * minute. Ends with 1 when a goal is missed.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createSafeFetch } from '@connectory/wire'
import type { Endpoint } from '../directory/src/catalogue/index.ts'
import {
  createIds,
  createLog,
  keepHeapSmall,
  openDatabase,
  systemClock,
  type ListingId,
  type OrganisationId,
} from '../directory/src/kernel/index.ts'
import { createMonitoring } from '../directory/src/monitoring/index.ts'
import { throwawayPostgres } from '../scripts/throwaway-postgres.ts'
import { holds, report, table, type Measured } from './measure/results.ts'

const listings = 100_000
/** As many origins. */
const origins = 250
const minutes = process.argv.includes('--quick') ? 1 : 5
/** As the schedule does. */
const everyMs = 1_000

keepHeapSmall()
const results = await run()
process.stdout.write(
  process.argv.includes('--json')
    ? `${JSON.stringify(report('monitor', results), null, 2)}\n`
    : table(results),
)
if (results.some((measured) => !holds(measured))) process.exitCode = 1

async function run(): Promise<readonly Measured[]> {
  await using postgres = await throwawayPostgres()
  const targets = fork(join(import.meta.dirname, 'monitor/targets.ts'), { stdio: 'inherit' })
  const [port] = (await once(targets, 'message')) as [number]
  const opened = openDatabase({ connectionString: await postgres.migrated('monitor'), poolSize: 8 })
  const fetch = createSafeFetch({ allowLoopback: true })
  let over = false
  try {
    const endpoints = endpointsAt(port)
    const ordered = [...endpoints.values()].map(({ listing: id, organisation }) => ({ id, organisation }))
    const monitoring = createMonitoring({
      db: opened.db,
      clock: systemClock,
      log: createLog('silent'),
      fetch,
      config: { monitorControls: [], monitorCadence: 'exact' },
      catalogue: {
        endpointOf: async () => undefined,
        endpointsOf: async (wanted) => (over ? [] : wanted.flatMap((id) => endpoints.get(id) ?? [])),
        publishedAfter: async (after, most) => {
          const from = after === undefined ? 0 : ordered.findIndex(({ id }) => id === after) + 1
          return ordered.slice(from, from + most)
        },
      },
    })
    await monitoring.enrol()
    // As in the middle of a day: everybody was seen well, and is due somewhere in the next quarter of an hour.
    await opened.pool.query(
      `update monitor set state = 'ok', era = 'modern', since = $1, seen_at = $1,
         next_at = $1::timestamptz + random() * interval '15 minutes'`,
      [systemClock.now()],
    )
    await opened.pool.query('vacuum analyze monitor')
    const measured = await watched(
      () => monitoring.look(),
      targets,
      async () => {
        const { rows } = await opened.pool.query<{ n: number }>(
          'select coalesce(sum(looks), 0)::int as n from monitor_day where looks = good',
        )
        return rows[0]?.n ?? 0
      },
    )
    // Who is behind would go on for ever: what is still due is watched no more.
    over = true
    await monitoring.look()
    return measured
  } finally {
    targets.kill()
    await fetch.close()
    await opened.close()
  }
}

function endpointsAt(port: number): ReadonlyMap<ListingId, Endpoint> {
  const ids = createIds(systemClock)
  const organisation = ids.next<OrganisationId>()
  const all = Array.from({ length: listings }, (_, n): [ListingId, Endpoint] => {
    const listing = ids.next<ListingId>()
    const serverUrl = `http://127.0.1.${1 + (n % origins)}:${port}/${n}`
    const rest = { authType: 'none', state: 'published', version: 1, staticClient: false } as const
    return [
      listing,
      { listing, organisation, slug: `s${n}`, name: 'S', serverUrl, ...rest, updatedAt: new Date(0) },
    ]
  })
  return new Map(all)
}

/** Looks as the schedule does, and measures meanwhile. */
async function watched(
  look: () => Promise<void>,
  targets: ChildProcess,
  good: () => Promise<number>,
): Promise<readonly Measured[]> {
  const before = await spent(targets)
  const began = performance.now()
  const memory: number[] = []
  const timer = setInterval(() => void look(), everyMs)
  for (let second = 1; second <= minutes * 60; second += 1) {
    await pause(Math.max(0, began + second * 1_000 - performance.now()))
    memory.push(process.memoryUsage.rss() / 1024 ** 2)
  }
  clearInterval(timer)
  const seconds = (performance.now() - began) / 1000
  // What was due until now is looked at by the next run, if it is not behind.
  await Promise.race([look(), pause(10_000)])
  const looks = await good()
  const after = await spent(targets)
  return figures({
    rate: looks / seconds,
    cores: (name) => (after[name] - before[name]) / seconds,
    memory: [memory.slice(45, 60), memory.slice(-15)].map(median),
  })
}

interface Seen {
  readonly rate: number
  readonly cores: (name: 'ours' | 'postgres' | 'targets') => number
  /** MiB after a minute, and at the end. */
  readonly memory: readonly number[]
}

function figures({ rate, cores, memory: [first = 1, last = 0] }: Seen): readonly Measured[] {
  const one = (value: number) => ({ median: value, min: value, max: value, rounds: 1 })
  const due = Math.floor((listings / 900) * 0.97)
  return [
    { name: 'looks that count', unit: 'looks/s', figure: one(rate), note: '', goal: { atLeast: due } },
    { name: 'our process', unit: 'cores', figure: one(cores('ours')), note: '', goal: { atMost: 1 } },
    { name: 'PostgreSQL', unit: 'cores', figure: one(cores('postgres')), note: 'apart' },
    { name: 'the servers that are looked at', unit: 'cores', figure: one(cores('targets')), note: 'apart' },
    {
      name: 'memory at the end',
      unit: 'MiB',
      figure: one(last),
      note: `${first.toFixed(0)} MiB after a minute`,
    },
    {
      name: 'memory at the end, of that after a minute',
      unit: 'x',
      figure: one(last / first),
      note: 'medians of 15 seconds',
      goal: { atMost: 1.1 },
    },
  ]
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

/** Seconds of CPU so far. */
async function spent(targets: ChildProcess): Promise<{ ours: number; postgres: number; targets: number }> {
  targets.send('?')
  const [theirs] = (await once(targets, 'message')) as [NodeJS.CpuUsage]
  const ours = process.cpuUsage()
  return {
    ours: (ours.user + ours.system) / 1e6,
    postgres: secondsOfPostgres(),
    targets: (theirs.user + theirs.system) / 1e6,
  }
}

/** Of our PostgreSQL and its processes, those that have ended included; 0 where there is no /proc. */
function secondsOfPostgres(): number {
  const stats = readProcesses()
  const server = stats.find(({ parent, name }) => parent === process.pid && name === 'postgres')
  const own = stats.filter(({ pid, parent }) => pid === server?.pid || parent === server?.pid)
  return own.reduce((sum, { ticks }) => sum + ticks, 0) / 100
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly name: string
  readonly ticks: number
}

/** @see proc_pid_stat(5) */
function readProcesses(): readonly Process[] {
  try {
    return readdirSync('/proc').flatMap((pid) => (/^\d+$/.test(pid) ? readProcess(pid) : []))
  } catch {
    return []
  }
}

function readProcess(pid: string): readonly Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const ticks = [11, 12, 13, 14].reduce((sum, n) => sum + (fields[n] ?? 0), 0)
    return [{ pid: Number(pid), parent: fields[1] ?? 0, name, ticks }]
  } catch {
    // It has ended.
    return []
  }
}
