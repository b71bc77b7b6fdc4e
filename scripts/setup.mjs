// Runs on Node 20: installs what the lockfile names, when it has changed since the last time, and finds the Node of
// the project. Everything that people start goes through here, so that a fresh clone needs no step before.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const marker = join(root, 'node_modules', '.installed-lockfile')
const oldestServerNode = 24

/** Installs when needed and returns the path of the Node that runs the project. */
export function setUp() {
  const lockfile = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== lockfile) install(lockfile)
  return projectNode()
}

function install(lockfile) {
  process.stderr.write('Installing dependencies (only when they have changed; about a minute)…\n')
  // NODE_ENV=production or a setting of the user must not leave out the compiler, PostgreSQL or Node itself.
  const everything = ['--include=dev', '--include=optional', '--include=peer']
  const options = ['ci', '--ignore-scripts', ...everything, '--no-audit', '--no-fund', '--loglevel=error']
  const run = spawnSync('npm', options, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) {
    fail(`"npm ci" did not finish (${run.error?.message ?? `exit ${run.status}`}). Its own words are above.`)
  }
  writeFileSync(marker, lockfile)
}

function projectNode() {
  const wanted = process.env.USE_SYSTEM_NODE
  if (wanted !== undefined && wanted !== '' && wanted !== '0') {
    if (Number(process.versions.node.split('.')[0]) >= oldestServerNode) return process.execPath
    fail(
      `USE_SYSTEM_NODE is set, but this is Node ${process.versions.node}; the server needs ${oldestServerNode} or newer.`,
    )
  }
  const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (existsSync(node)) return node
  fail(
    `There is no Node from npm for ${process.platform}-${process.arch}. ` +
      `Install Node ${oldestServerNode} or newer and set USE_SYSTEM_NODE=1.`,
  )
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
