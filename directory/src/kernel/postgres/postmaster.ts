import { spawn } from 'node:child_process'
import { chownSync, closeSync, openSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { StartError } from '../start-error.ts'
import { runAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { commandLine, isAlive } from './process-identity.ts'

/** A running server of a cluster. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

const startPatienceMs = 60_000
const stopPatienceMs = 30_000

/** The server that a killed process of ours left running, if there is one. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const lines = readOptional(join(cluster, 'postmaster.pid'))?.split('\n') ?? []
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return undefined
  // The number may meanwhile belong to another program.
  return isAlive(pid) && commandLine(pid)?.includes(cluster) === true ? { pid, port } : undefined
}

/** Starts a server on a free loopback port, apart from our process group so that Ctrl-C reaches it through us. */
export async function startPostmaster(
  place: Place,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  const port = await freePort()
  const options = Object.entries({
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    ...settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
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
  await answering(port, () => {
    if (ended === undefined) return
    throw new StartError(
      `PostgreSQL did not start (${ended}). Its last words in ${place.logFile}:\n${lastWords(place)}`,
    )
  })
  return { pid: child.pid ?? 0, port }
}

/** Fast shutdown: open transactions are rolled back, everything committed is kept. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  const deadline = performance.now() + stopPatienceMs
  if (isAlive(pid)) process.kill(pid, 'SIGINT')
  while (isAlive(pid) && performance.now() < deadline) await pause(20)
}

async function answering(port: number, giveUp: () => void): Promise<void> {
  const deadline = performance.now() + startPatienceMs
  while (!(await listens(port))) {
    giveUp()
    if (performance.now() > deadline) {
      throw new StartError(
        `PostgreSQL did not answer on port ${port} within ${startPatienceMs / 1000} seconds.`,
      )
    }
    await pause(20)
  }
}

/** A refused password is an answer too: the server speaks. */
async function listens(port: number): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: '-',
    database: 'postgres',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === '28P01'
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
