import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'
import { startTime } from './process-identity.ts'

type Holder = { readonly pid: number; readonly startTime: string | undefined }

/**
 * One process per data folder. The lock names its holder by number and start time; a lock whose holder is
 * gone (kill -9, power cut) is taken over.
 * @returns a function that gives the lock back
 */
export function lockDataDir(dataDir: string): () => void {
  const lock = join(dataDir, 'connectory.lock')
  const mine = `${lock}.${process.pid}`
  const own = JSON.stringify({ pid: process.pid, startTime: startTime(process.pid) })
  writeFileSync(mine, own, { mode: 0o600 })
  try {
    // A link appears with its content in one step, so nobody ever reads half a lock.
    while (!tryLink(mine, lock)) removeStale(lock, dataDir)
  } finally {
    rmSync(mine, { force: true })
  }
  return () => {
    if (read(lock) === own) rmSync(lock, { force: true })
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function removeStale(lock: string, dataDir: string): void {
  const seen = read(lock)
  if (seen === undefined) return
  const holder = parse(seen)
  if (holder !== undefined && startTime(holder.pid) === holder.startTime) {
    throw new StartError(
      `Another Connectory (process ${holder.pid}) already uses the data folder ${dataDir}. ` +
        'Stop it first, or give this one its own folder with DATA_DIR.',
    )
  }
  // Two processes may find the same stale lock. Renaming shows which one was really taken away; a fresh
  // lock of the other process is put back.
  const aside = `${lock}.stale.${process.pid}`
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  if (read(aside) !== seen) tryLink(aside, lock)
  rmSync(aside, { force: true })
}

function parse(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('pid' in value)) return undefined
    if (typeof value.pid !== 'number') return undefined
    const started = 'startTime' in value && typeof value.startTime === 'string' ? value.startTime : undefined
    return { pid: value.pid, startTime: started }
  } catch {
    return undefined
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
