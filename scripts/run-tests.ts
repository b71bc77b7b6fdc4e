/**
 * Runs the tests on one PostgreSQL of their own. Tests beside the sources share a process; journeys (test/) get one
 * each, because they start and kill whole products. The last line is plain: `N passed, N failed, N skipped`.
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
  const isJourney = (file: string) => file.startsWith('test/') || file.endsWith('.journey.test.ts')
  const all =
    wanted.length > 0
      ? wanted
      : globSync('{packages,directory,test}/**/*.test.{ts,tsx}', { cwd: root, exclude: notOurs })
  const journeys = all.filter(isJourney)
  const units = all.filter((file) => !isJourney(file))
  const folder = mkdtempSync(join(tmpdir(), 'connectory-test-'))
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    say: () => {},
    elsewhere: join(tmpdir(), 'connectory-test-postgres'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' },
  })
  const total: Count = { passed: 0, failed: 0, skipped: 0 }
  try {
    const environment = { ...process.env, TEST_DATABASE_URL: postgres.connectionString }
    if (units.length > 0) await run(['--test-isolation=none', ...units], environment, total)
    if (journeys.length > 0) await run(['--test-concurrency=2', ...journeys], environment, total)
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return conclude(total)
}

function notOurs(path: string): boolean {
  return path.includes('node_modules') || path.includes('/dist/')
}

/** One run of node's test runner: its own report on the terminal, its counts from the closing lines. */
async function run(options: readonly string[], env: NodeJS.ProcessEnv, total: Count): Promise<void> {
  const child = spawn(process.execPath, [...flags, '--test', '--test-reporter=spec', ...options], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const interrupt = () => child.kill('SIGINT')
  process.on('SIGINT', interrupt)
  let tail = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    process.stdout.write(text)
    tail = (tail + text).slice(-200_000)
  })
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)))
  process.off('SIGINT', interrupt)
  const count = (word: string) => Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(tail)?.[1] ?? 0)
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
