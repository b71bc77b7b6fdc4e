import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Is there a process with this number? One that we may not signal counts as there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * When the process started, as text that only ever gets compared. A number alone does not identify a
 * process, because numbers are used again (in a container the first process is always 1).
 * `undefined` = no such process, or a zombie.
 */
export function startTime(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const stat = readOptional(`/proc/${pid}/stat`)
    // The second field is the program's name and may itself contain spaces and brackets.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields === undefined || fields[0] === 'Z') return undefined
    return `${readOptional('/proc/sys/kernel/random/boot_id')?.trim()} ${fields[19]}`
  }
  if (!isAlive(pid)) return undefined
  const shown = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return shown.status === 0 ? shown.stdout.trim() : 'unknown'
}

/** The command line of a process, as far as it can be seen. */
export function commandLine(pid: number): string | undefined {
  if (process.platform === 'linux') return readOptional(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ')
  const shown = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return shown.status === 0 ? shown.stdout.trim() : undefined
}

function readOptional(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
