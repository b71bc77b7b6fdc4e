/**
 * Runs the tests on one PostgreSQL of their own. Most share a process; those that start whole products or a browser get
 * one each, beside it. The last line is plain: `N passed, N failed, N skipped`.
 */
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../directory/src/kernel/index.ts'

interface Count {
  passed: number
  failed: number
  skipped: number
}

const root = join(import.meta.dirname, '..')
const flags = process.execArgv
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)

process.exitCode = await main(process.argv.slice(2))

async function main(wanted: readonly string[]): Promise<number> {
  const files =
    wanted.length > 0
      ? wanted
      : globSync('{packages,directory,test}/**/*.test.{ts,tsx}', { cwd: root, exclude: notOurs })
  const folder = mkdtempSync(join(tmpdir(), 'connectory-test-'))
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    say: () => {},
    elsewhere: join(tmpdir(), 'connectory-test-postgres'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' },
  })
  const total: Count = { passed: 0, failed: 0, skipped: 0 }
  try {
    const env = { ...process.env, TEST_DATABASE_URL: postgres.connectionString }
    // Two lanes for two cores: many quick files in one process, and whole products and browsers one after another.
    const lanes = [
      { options: ['--test-isolation=none'], files: files.filter((file) => !isHeavy(file)) },
      { options: ['--test-concurrency=1'], files: files.filter(isHeavy) },
    ].filter(({ files: some }) => some.length > 0)
    await Promise.all(lanes.map((lane, n) => run(lane, env, total, n === 0)))
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return conclude(total)
}

/** Starts products, kills processes, or drives a browser. */
function isHeavy(file: string): boolean {
  return file.startsWith('test/') || /(browser|gallery|killed)[^/]*\.test\.tsx?$/.test(file)
}

function notOurs(path: string): boolean {
  return path.includes('node_modules') || path.includes('/dist/')
}

interface Lane {
  readonly options: readonly string[]
  readonly files: readonly string[]
}

/** One run of node's test runner; its report is shown at once, or in one piece at its end. */
async function run(lane: Lane, env: NodeJS.ProcessEnv, total: Count, live: boolean): Promise<void> {
  const child = spawn(
    process.execPath,
    [...flags, '--test', '--test-reporter=spec', '--test-timeout=180000', ...lane.options, ...lane.files],
    {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const interrupt = () => child.kill('SIGINT')
  process.on('SIGINT', interrupt)
  let output = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    if (live) process.stdout.write(text)
    output += text
  })
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)))
  process.off('SIGINT', interrupt)
  if (!live) process.stdout.write(output)
  const count = (word: string) => Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0)
  total.passed += count('pass')
  total.failed += count('fail') + count('cancelled')
  total.skipped += count('skipped') + count('todo')
  // A runner that died has no closing lines; that is a failure, not an absence of failures.
  if (code !== 0 && count('fail') + count('cancelled') === 0) total.failed += 1
}

function conclude({ passed, failed, skipped }: Count): number {
  const blind = chromium === undefined
  if (blind) console.log('browser journeys NOT RUN (no Chromium)')
  const missing = blind && process.env['CI'] === 'true'
  if (passed + failed === 0) console.log('No test ran.')
  console.log(`${passed} passed, ${failed + (missing ? 1 : 0)} failed, ${skipped} skipped`)
  return failed > 0 || missing || passed === 0 ? 1 : 0
}
