import { spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SuiteVerdict } from '../../packages/checker/test/agreement/compare.ts'

const name = '@modelcontextprotocol/conformance'
const version = '0.2.0-alpha.12'
const longestRunMs = 180_000
/** A scenario that hangs is a failed one; sound ones need less than a second. */
const longestScenarioMs = 10_000

interface Check {
  readonly id: string
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO'
  readonly errorMessage?: string
}

/** Installs the suite once under node_modules/.cache, for it is large; needs the registry the first time. */
export function installSuite(root: string): string {
  const home = join(root, 'node_modules/.cache/conformance-suite', version)
  const main = join(home, 'node_modules', name, 'dist/index.js')
  if (existsSync(main)) return main
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n')
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`],
    { cwd: home, encoding: 'utf8', shell: process.platform === 'win32' },
  )
  if (status !== 0) throw new Error(`${name}@${version} could not be installed:\n${stderr}`)
  return main
}

/** Runs the suite's requirements of these revisions against a server; only checks that were made have a verdict. */
export async function runSuite(
  main: string,
  url: string,
  revisions: readonly string[],
): Promise<ReadonlyMap<string, SuiteVerdict>> {
  const folder = mkdtempSync(join(tmpdir(), 'connectory-agreement-'))
  try {
    for (const revision of revisions) {
      const results = join(folder, revision)
      const how = ['--requirements', revision, '--timeout', String(longestScenarioMs), '-o', results]
      const output = await run([main, 'server', '--url', url, ...how])
      if (globSync('*/checks.json', { cwd: results }).length === 0)
        throw new Error(`The suite left no results on ${url}:\n${output.slice(-2000)}`)
    }
    const files = globSync('*/*/checks.json', { cwd: folder })
    const checks = files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Check[])
    return verdictsOf(checks.filter(wasMade))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** "Not testable" is what the suite calls a failure when the server lacks one of its fixture tools. */
function wasMade({ status, errorMessage }: Check): boolean {
  return status !== 'SKIPPED' && status !== 'INFO' && errorMessage?.startsWith('Not testable') !== true
}

function verdictsOf(checks: readonly Check[]): Map<string, SuiteVerdict> {
  const verdicts = new Map<string, SuiteVerdict>()
  for (const { id, status, errorMessage } of checks) {
    if (verdicts.get(id)?.fails) continue
    verdicts.set(id, { fails: status !== 'SUCCESS', words: errorMessage ?? '' })
  }
  return verdicts
}

function run(command: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: longestRunMs,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)))
    child.on('error', reject)
    // Any failed check ends the suite with 1, so its exit code says nothing here.
    child.on('close', (_code, signal) => {
      if (signal) reject(new Error(`The suite was still running after ${longestRunMs / 1000} s.`))
      else resolve(output)
    })
  })
}
