// Starts the product with the project's Node, hands signals on, and ends with its exit code.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { root, setUp } from './setup.mjs'

/**
 * What V8 is told about memory. Not to collect when nobody calls: it then forgets the shapes of what calls are made of, throws
 * away all code that was compiled for them, and the next ten thousand calls take twice the processor time. And not to guess
 * which objects will be old: it takes what 64 calls at a time have under way for what stays, puts the parts of each call where
 * only full collections look, and they hold all else that the call was made of (decision 0076).
 */
export const memoryFlags = ['--no-memory-reducer', '--no-allocation-site-pretenuring']

/** Flags that make Node read our sources as they are: workspace packages from src, pages from .tsx. */
export const nodeFlags = [
  ...memoryFlags,
  '--conditions=connectory-source',
  '--disable-warning=ExperimentalWarning',
  '--import',
  './scripts/tsx.mjs',
  '--import',
  './scripts/known-warnings.mjs',
]

/**
 * Half of these ask for addresses of names. With Node's own four, two names whose name servers are silent hold up every
 * other name for half a minute, and with it the calls to other servers.
 */
export const poolThreads = 64

/** Runs a program of ours, hands signals on and ends as it ended. */
export function runOnProjectNode(options) {
  // Compiled sources are kept, so that the next process of ours starts in half the time.
  const cache = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compiled')
  const threads = process.env.UV_THREADPOOL_SIZE ?? String(poolThreads)
  const env = { ...process.env, NODE_COMPILE_CACHE: cache, UV_THREADPOOL_SIZE: threads }
  const child = spawn(setUp(), [...nodeFlags, ...options], { cwd: root, stdio: 'inherit', env })
  // Ctrl-C reaches the child too, and a second SIGINT would cut its orderly end short: from us it always gets SIGTERM.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'))
  stopWithNpm(() => child.kill('SIGTERM'))
  child.on('error', (error) => {
    process.stderr.write(`${child.spawnfile} does not start: ${error.message}\n`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal]
  })
}

/** npm hands a signal to a shell, which dies of it and tells nobody: then our parent is another process. */
function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return
  const { ppid } = process
  const watch = setInterval(() => {
    if (process.ppid === ppid) return
    clearInterval(watch)
    stop()
  }, 500)
  watch.unref()
}

export function runProduct(role) {
  runOnProjectNode(['directory/src/main.ts', ...role, ...process.argv.slice(2)])
}
