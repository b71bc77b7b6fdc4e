import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../directory/src/kernel/index.ts'
import { nodeFlags } from '../scripts/run.mjs'
import { until } from './until.ts'

const root = join(import.meta.dirname, '..')

/** The real program in a process of its own. */
export interface ProductProcess {
  readonly pid: number
  /** Everything on stdout and stderr so far. */
  said(): string
  /** Waits for a sentence; fails with all that was said when the process ends before. */
  says(sentence: RegExp, patienceMs?: number): Promise<RegExpExecArray>
  kill(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT' | 'SIGUSR2'): void
  /** The exit code; null after a signal that was not caught. */
  readonly ended: Promise<number | null>
}

export type Environment = Readonly<Record<string, string>>

/** `directory/src/main.ts ROLE` with exactly these settings and none of the caller's. */
export function startProcess(role: readonly string[], settings: Environment): ProductProcess {
  // The kept compilation changes nothing but the time of a start.
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE = '' } = process.env
  const child = spawn(process.execPath, [...nodeFlags, 'directory/src/main.ts', ...role], {
    cwd: root,
    env: { PATH, HOME, NODE_COMPILE_CACHE, NODE_NO_WARNINGS: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      said += text
    })
  }
  let over = false
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      over = true
      resolve(code)
    }),
  )
  return {
    pid: child.pid ?? 0,
    said: () => said,
    async says(sentence, patienceMs = 60_000) {
      return await until(() => {
        const found = sentence.exec(said)
        if (found === null && over) throw new Error(`It ended without saying ${String(sentence)}:\n${said}`)
        return found ?? undefined
      }, patienceMs)
    },
    kill: (signal) => void child.kill(signal),
    ended,
  }
}

export interface DataFolder extends AsyncDisposable {
  readonly path: string
  /** The address of the embedded database; it is up while a process uses the folder, and after a kill -9. */
  connectionString(): string
  postmaster(): number
}

/** A data folder whose database is stopped and removed at the end, whatever was killed. */
export function dataFolder(): DataFolder {
  const parent = mkdtempSync(join(tmpdir(), 'connectory-killed-'))
  // Root's PostgreSQL runs as another user, who has to pass through.
  chmodSync(parent, 0o711)
  const path = join(parent, 'data')
  const lines = () => readFileSync(join(path, 'postgres/postmaster.pid'), 'utf8').split('\n')
  return {
    path,
    connectionString() {
      const secret = readFileSync(join(path, 'postgres-password'), 'utf8').trim()
      return `postgres://postgres:${secret}@127.0.0.1:${lines()[3]}/connectory`
    },
    postmaster: () => Number(lines()[0]),
    async [Symbol.asyncDispose]() {
      if (existsSync(path)) {
        const left = await startEmbeddedPostgres({ dataDir: path, say: () => {} })
        await left.stop()
      }
      rmSync(parent, { recursive: true, force: true })
    },
  }
}
