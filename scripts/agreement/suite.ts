import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suiteMain } from '../conformance/suite.ts'
import type { SuiteVerdict } from '../../packages/checker/test/agreement/compare.ts'

const longestRunMs = 180_000
/** A scenario that hangs is a failed one; sound ones need less than a second. */
const longestScenarioMs = 10_000

interface Check {
  readonly id: string
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO'
  readonly errorMessage?: string
}

/** Runs the suite's requirements of these revisions against a server; only checks that were made have a verdict. */
export async function runSuite(
  url: string,
  revisions: readonly string[],
): Promise<ReadonlyMap<string, SuiteVerdict>> {
  const folder = mkdtempSync(join(tmpdir(), 'connectory-agreement-'))
  try {
    for (const revision of revisions) {
      const results = join(folder, revision)
      const how = ['--requirements', revision, '--timeout', String(longestScenarioMs), '-o', results]
      const output = await run([suiteMain, 'server', '--url', url, ...how])
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
