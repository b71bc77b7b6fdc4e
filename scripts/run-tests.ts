/**
 * Runs the tests on one PostgreSQL of their own. Most share two processes; those that start whole products or a browser get
 * one each, beside it. The last line is plain: `N passed, N failed, N skipped`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { startEmbeddedPostgres } from '../directory/src/kernel/index.ts'
import { chromiumPath } from '../directory/test/chromium.ts'

interface Count {
  passed: number
  failed: number
  skipped: number
  /** What failed, by name: said again at the very end, because a log is often kept by its tail. */
  names: string[]
}

const root = join(import.meta.dirname, '..')
/** Many files share a process. */
const inOne = ['--test-isolation=none']
const flags = process.execArgv
/** Of lanes that give way: two fifths of the share of the others, because some of their tests wait by the clock. */
const politeness = 4
/** How long tests may take to put their things away after an interruption. */
const patienceMs = 3_000
/** A run was seen to need a tenth of it. */
const plentyBytes = 2 * 1024 ** 3
/** Nothing in this database outlives the run: no crash, no copy, no cleaning to be ready for. */
const throwaway = {
  max_connections: '400',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  jit: 'off',
}
/** A test that left something open holds its process up for ever. */
const longestRunMs = 20 * 60_000

process.exitCode = await main(process.argv.slice(2))

async function main(wanted: readonly string[]): Promise<number> {
  const files =
    wanted.length > 0
      ? wanted
      : globSync('{packages,directory,test}/**/*.test.{ts,tsx}', { cwd: root, exclude: notOurs })
  const interruption = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => interruption.abort())
  }
  setTimeout(() => interruption.abort(), longestRunMs).unref()
  const folder = mkdtempSync(join(scratch(), 'connectory-test-'))
  chmodSync(folder, 0o711)
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  chmodSync(temporary, 0o1777)
  const total: Count = { passed: 0, failed: 0, skipped: 0, names: [] }
  const compiled = wanted.length > 0 ? undefined : compileOnce()
  try {
    await using postgres = await startEmbeddedPostgres({
      dataDir: join(folder, 'data'),
      say: () => {},
      elsewhere: join(folder, 'elsewhere'),
      settings: throwaway,
    })
    const env = {
      ...process.env,
      TEST_DATABASE_URL: postgres.connectionString,
      TEST_RUN_FOLDER: folder,
      TMPDIR: temporary,
    }
    await compiled
    // Many quick files share a process, those with a browser another; what starts programs has its own, one after the other:
    // four things at once keep two cores busy, and more only get in each other's way.
    const quick = files.filter((file) => !isHeavy(file) && !hasBrowser(file))
    // What takes longest goes first: the quick ones give way, and share both cores when the browser is done.
    const lanes: Lane[] = [
      { options: inOne, files: quick.filter((file) => file.startsWith('directory/')), givesWay: true },
      { options: inOne, files: quick.filter((file) => !file.startsWith('directory/')), givesWay: true },
      { options: inOne, files: files.filter(hasBrowser), givesWay: false },
      { options: ['--test-concurrency=1'], files: files.filter(isHeavy), givesWay: false },
    ].filter(({ files: some }) => some.length > 0)
    const counts = await Promise.all(
      lanes.map((lane, n) => run(lane, { env, live: n === 0, interrupted: interruption.signal })),
    )
    for (const word of ['passed', 'failed', 'skipped'] as const) {
      total[word] = counts.reduce((sum, count) => sum + count[word], 0)
    }
    total.names = counts.flatMap(({ names }) => names)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (interruption.signal.aborted) console.log('Interrupted: not every test ran.')
  return conclude(total)
}

/** In a fresh clone each of some thirty processes would compile the same sources; so one does before them, and keeps it. */
async function compileOnce(): Promise<void> {
  const kept = process.env['NODE_COMPILE_CACHE']
  if (kept === undefined || (existsSync(kept) && readdirSync(kept).length > 0)) return
  const sources = [
    './directory/src/app.ts',
    './packages/cli/src/program.ts',
    './directory/test/gateway-bed.ts',
  ]
  const program = sources.map((path) => `await import('${path}')`).join('\n')
  const child = spawn(process.execPath, [...flags, '--input-type=module', '--eval', program], {
    cwd: root,
    stdio: 'ignore',
  })
  await new Promise((resolve) => child.on('close', resolve))
}

/**
 * Where databases and browsers of tests write: into memory where there is plenty, because a disk takes half of the
 * time of a run.
 */
function scratch(): string {
  const memory = '/dev/shm'
  try {
    const { bavail, bsize } = statfsSync(memory)
    accessSync(memory, constants.W_OK)
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.split(' ')[1] === memory)
    // Tests also run programs from there.
    if (bavail * bsize >= plentyBytes && mount !== undefined && !mount.includes('noexec')) return memory
  } catch {
    // Not every system has it.
  }
  // Root's PostgreSQL runs as another user, who may not be able to enter the TMPDIR of root.
  return process.getuid?.() === 0 ? '/tmp' : tmpdir()
}

/** Tests that wait by the clock on the wall (`npm run test:slow`) have more time. */
function longestTestMs({ files }: Lane): number {
  return files.some((file) => file.endsWith('.slow.ts')) ? 600_000 : 180_000
}

/** Drives a browser. */
function hasBrowser(file: string): boolean {
  return /(browser|gallery)[^/]*\.test\.tsx?$/.test(file)
}

/** Starts products or commands, kills processes, or tries hundreds of faults. */
function isHeavy(file: string): boolean {
  return (
    /(killed|demo|signals|start-embedded)[^/]*\.test\.tsx?$/.test(file) ||
    /\/(faulty-server|faulty-login|hostile)\/[^/]*\.test\.ts$/.test(file) ||
    /\/cli\/src\/(action|packed)\.test\.ts$/.test(file)
  )
}

function notOurs(path: string): boolean {
  return path.includes('node_modules') || path.includes('/dist/')
}

interface Lane {
  readonly options: readonly string[]
  readonly files: readonly string[]
  /** Has the processor when the others do not need it. */
  readonly givesWay: boolean
}

interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  /** Shown while it runs, or in one piece at its end. */
  readonly live: boolean
  readonly interrupted: AbortSignal
}

/** One run of node's test runner, counted by its closing lines. */
async function run(lane: Lane, { env, live, interrupted }: Surroundings): Promise<Count> {
  if (interrupted.aborted) return { passed: 0, failed: 1, skipped: 0, names: [] }
  const child = spawn(
    process.execPath,
    [
      ...flags,
      '--test',
      '--test-reporter=spec',
      // Many short tests leave much behind: a larger nursery saves a twelfth of the CPU.
      '--max-semi-space-size=64',
      `--test-timeout=${longestTestMs(lane)}`,
      ...lane.options,
      ...lane.files,
    ],
    // A process group of its own, so that an interruption also ends what journeys have started.
    { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  )
  if (lane.givesWay && child.pid !== undefined) setPriority(child.pid, politeness)
  interrupted.addEventListener('abort', () => void endGroup(child))
  let output = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    if (live) process.stdout.write(text)
    output += text
  })
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)))
  if (!live) process.stdout.write(output)
  return countOf(output, code)
}

async function endGroup({ pid }: ChildProcess): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(-(pid ?? 0), signal)
    } catch {
      return
    }
    await pause(patienceMs)
  }
}

/** FORCE_COLOR colours the closing lines; a test that runs tests prints lines like them, earlier. */
function countOf(output: string, code: number): Count {
  const lines = stripVTControlCharacters(output).split('\n')
  const count = (word: string) => {
    const line = lines.findLast((text) => text.startsWith(`ℹ ${word} `))
    return Number(line?.slice(word.length + 3) ?? 0)
  }
  const failed = count('fail') + count('cancelled')
  // A runner that died has no closing lines; that is a failure, not an absence of failures.
  const died = code !== 0 && failed === 0 ? 1 : 0
  return {
    passed: count('pass'),
    failed: failed + died,
    skipped: count('skipped') + count('todo'),
    names: namesOfFailed(lines),
  }
}

function namesOfFailed(lines: readonly string[]): string[] {
  const heading = lines.lastIndexOf('✖ failing tests:')
  if (heading === -1) return []
  return lines
    .slice(heading + 1)
    .flatMap((line, at, all) => (line.startsWith('✖ ') ? [`${line} (${all[at - 1]})`] : []))
}

function conclude({ passed, failed, skipped, names }: Count): number {
  for (const name of names) console.log(name)
  const blind = chromiumPath === undefined
  if (blind) console.log('browser journeys NOT RUN (no Chromium)')
  const missing = blind && process.env['CI'] === 'true'
  if (passed + failed === 0) console.log('No test ran.')
  console.log(`${passed} passed, ${failed + (missing ? 1 : 0)} failed, ${skipped} skipped`)
  return failed > 0 || missing || passed === 0 ? 1 : 0
}
