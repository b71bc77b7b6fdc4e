import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

/** The program of the official suite, in the version that package.json pins. */
const suiteMain = join(
  import.meta.dirname,
  '../../node_modules/@modelcontextprotocol/conformance/dist/index.js',
)
const longestRunMs = 300_000

export type Status = 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO'

/** One check as a scenario has made it; one id may come several times. */
export interface Check {
  readonly id: string
  readonly status: Status
  readonly errorMessage?: string
}

/** Checks by scenario. */
export type Results = ReadonlyMap<string, readonly Check[]>

/** Runs the suite and reads what each scenario has left. */
export async function runSuite(
  args: readonly string[],
  onLine: (line: string) => void = () => undefined,
): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'connectory-conformance-'))
  try {
    const output = await run([suiteMain, ...args, '-o', folder], onLine)
    const files = globSync('**/checks.json', { cwd: folder })
    if (files.length === 0) throw new Error(`The suite left no results:\n${output.slice(-2000)}`)
    const checks = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Check[]
    return new Map(files.toSorted().map((file) => [scenarioOf(file, args[0] ?? ''), checks(file)]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the suite writes before the name of a scenario. */
const prefixes: Readonly<Record<string, string>> = {
  server: 'server-',
  authorization: 'authorization-server-',
}

/** `server-tools-list-2026-11-21T13-27-05-282Z/checks.json`; names of client scenarios may have a folder before them. */
function scenarioOf(file: string, role: string): string {
  const folder = dirname(file).replace(/-\d{4}-\d{2}-\d{2}T[\d-]+Z$/, '')
  const prefix = prefixes[role] ?? ''
  return folder.startsWith(prefix) ? folder.slice(prefix.length) : folder
}

/** What a revision of the protocol requires, by role; the suite's own list. */
export function required(revision: string, role: 'server' | 'client'): ReadonlySet<string> {
  const text = readFileSync(join(dirname(suiteMain), `../requirements/${revision}.yaml`), 'utf8')
  const section = new RegExp(`^${role}:\\n((?:  - .*\\n)+)`, 'm').exec(text)?.[1] ?? ''
  const names = new Set([...section.matchAll(/^ {2}- (\S+)$/gm)].map(([, name = '']) => name))
  if (names.size === 0) throw new Error(`The suite has no list of what ${revision} requires of a ${role}.`)
  return names
}

function run(command: readonly string[], onLine: (line: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: longestRunMs,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        output += `${line}\n`
        onLine(line)
      })
    }
    child.on('error', reject)
    // Any failed check ends the suite with 1, so its exit code says nothing here.
    child.on('close', (_code, signal) => {
      if (signal) reject(new Error(`The suite was still running after ${longestRunMs / 1000} s.`))
      else resolve(output)
    })
  })
}
