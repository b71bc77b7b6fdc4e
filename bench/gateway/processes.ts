import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { memoryFlags } from '../../scripts/run.mjs'
import { untilListening } from '../../test/free-port.ts'

export interface Running {
  readonly pid: number
  stop(): Promise<void>
}

/** A program of this folder that sends its ports when it listens. */
export async function startOwn(
  file: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Running & { readonly ports: Readonly<Record<string, number>> }> {
  const child = fork(new URL(import.meta.resolve(`./${file}`)), {
    execArgv: process.execArgv,
    env: { ...process.env, ...env },
  })
  const ports = (await once(child, 'message'))[0] as Record<string, number>
  return { ...running(child), ports }
}

/** A program of others on this Node, with what V8 is told for ours (decisions 0074, 0076), when its port takes connections. */
export async function startPeer(
  options: readonly string[],
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const child = spawn(process.execPath, [...memoryFlags, ...options], {
    cwd: tmpdir(),
    env: { ...process.env, ...env },
    stdio: 'ignore',
    // A group of its own, so that the servers which it starts end with it.
    detached: true,
  })
  await untilListening(child, port)
  return { ...running(child), stop: () => end(child, () => process.kill(-(child.pid ?? 0), 'SIGKILL')) }
}

function running(child: ChildProcess): Running {
  return { pid: child.pid ?? 0, stop: () => end(child, () => child.kill('SIGKILL')) }
}

async function end(child: ChildProcess, kill: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  kill()
  await ended
}

/** Processor time of a process in milliseconds, all its threads; with `family`, of those that it started and starts too. */
export function cpuMs(pid: number, family: 'family' | 'alone' = 'alone'): number {
  const pids = family === 'family' ? [pid, ...descendants(pid)] : [pid]
  const own = pids.reduce((sum, each) => sum + ofThreads(each), 0)
  return family === 'alone' ? own : pids.reduce((sum, each) => sum + ofEnded(each), own)
}

/** Of children that have ended: user and system time, in hundredths of a second. */
function ofEnded(pid: number): number {
  const fields = text(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) * 10
}

/** The first number of schedstat: nanoseconds on a processor. */
function ofThreads(pid: number): number {
  let sum = 0
  for (const thread of entries(`/proc/${pid}/task`)) {
    sum += Number(text(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0] ?? 0)
  }
  return sum / 1e6
}

function descendants(pid: number): readonly number[] {
  const children = entries('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => Number(text(`/proc/${name}/stat`).split(') ')[1]?.split(' ')[1]) === pid)
    .map(Number)
  return children.flatMap((child) => [child, ...descendants(child)])
}

/** Resident memory of a process in KiB. */
export function residentKiB(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(text(`/proc/${pid}/status`))?.[1] ?? Number.NaN)
}

/** A process may end while it is looked at. */
function text(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
