import { spawn } from 'node:child_process'
import { chownSync, closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { StartError } from '../start-error.ts'
import { runAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { commandLine, startTime } from './process-identity.ts'

/** A running server of a cluster. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

const startPatienceMs = 60_000
const stopPatienceMs = 30_000
const portsToTry = 5
const longestLogBytes = 10_000_000

/** The superuser's password; only a server that takes it is the one of this cluster. */
type Password = string

/**
 * The server that a killed process of ours left running, once it takes connections. One that is just shutting down is
 * waited for, and is then no longer there.
 */
export async function adoptPostmaster(cluster: string, password: Password): Promise<Postmaster | undefined> {
  const deadline = performance.now() + startPatienceMs
  for (;;) {
    const left = runningPostmaster(cluster)
    if (left === undefined) {
      // The server would trust a number that meanwhile belongs to another program, and refuse to start.
      rmSync(join(cluster, 'postmaster.pid'), { force: true })
      return undefined
    }
    if (await accepts(left.port, password)) return left
    if (performance.now() > deadline) {
      throw new StartError(
        `A PostgreSQL (process ${left.pid}) runs on ${cluster}, but does not accept connections. Stop it and try again.`,
      )
    }
    await pause(20)
  }
}

function runningPostmaster(cluster: string): Postmaster | undefined {
  const lines = readOptional(join(cluster, 'postmaster.pid'))?.split('\n') ?? []
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return undefined
  return startTime(pid) !== undefined && commandLine(pid)?.includes(cluster) === true
    ? { pid, port }
    : undefined
}

/** Starts a server on a free loopback port, apart from our process group so that Ctrl-C reaches it through us. */
export async function startPostmaster(
  place: Place,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
  password: Password,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(place, binaries, settings, password)
    } catch (error) {
      // Somebody else may take the port between our question and the server's start.
      const taken = error instanceof StartError && error.message.includes('could not bind')
      if (!taken || attempt === portsToTry) throw error
    }
  }
}

async function startOnce(
  place: Place,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
  password: Password,
): Promise<Postmaster> {
  const port = await freePort()
  const options = Object.entries({
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // DETAIL lines repeat the values of the row that failed.
    log_error_verbosity: 'terse',
    ...settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  if ((statSync(place.logFile, { throwIfNoEntry: false })?.size ?? 0) > longestLogBytes) rmSync(place.logFile)
  const output = openSync(place.logFile, 'a', 0o600)
  if (place.account !== undefined) chownSync(place.logFile, place.account.uid, place.account.gid)
  const child = spawn(binaries.postgres, ['-D', place.cluster, ...options], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
    ...runAs(place.account),
  })
  closeSync(output)
  let ended: string | undefined
  child.once('exit', (code, signal) => {
    ended = `exit ${code ?? signal}`
  })
  child.once('error', (error) => {
    ended = error.message
  })
  child.unref()
  await accepting(port, password, () => {
    if (ended === undefined) return
    throw new StartError(
      `PostgreSQL did not start (${ended}). Its last words in ${place.logFile}:\n${lastWords(place)}`,
    )
  })
  return { pid: child.pid ?? 0, port }
}

/**
 * Fast shutdown: open transactions are rolled back, everything committed is kept. One that does not end is told to end
 * at once; it then recovers at the next start.
 */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  const began = startTime(pid)
  const gone = (): boolean => began === undefined || startTime(pid) !== began
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (gone()) return
    process.kill(pid, signal)
    const deadline = performance.now() + stopPatienceMs
    while (!gone() && performance.now() < deadline) await pause(20)
  }
}

async function accepting(port: number, password: Password, giveUp: () => void): Promise<void> {
  const deadline = performance.now() + startPatienceMs
  while (!(await accepts(port, password))) {
    giveUp()
    if (performance.now() > deadline) {
      throw new StartError(
        `PostgreSQL did not answer on port ${port} within ${startPatienceMs / 1000} seconds.`,
      )
    }
    await pause(20)
  }
}

async function accepts(port: number, password: Password): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}

function lastWords(place: Place): string {
  return (readOptional(place.logFile) ?? '').trim().split('\n').slice(-5).join('\n')
}

function readOptional(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
