import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { test } from 'node:test'
import { bundledCommand } from '../../../test/bundled-command.ts'
import { connectory, listen, serverWithTools } from '../test/run-connectory.ts'

const mebibyte = 1024 * 1024

/** The PATH of somebody who has only Node: without the tools of this repository. */
const hostPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .join(delimiter)

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function runIn(folder: string, command: string, ...options: string[]): Promise<Ended> {
  // npm hands its own settings to what it starts, and those of this repository are not a stranger's.
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_)/i.test(name))
  const env = { ...Object.fromEntries(own), PATH: hostPath }
  return new Promise((resolve) => {
    const child = execFile(command, options, { cwd: folder, env }, (_error, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr })
    })
  })
}

test('the packed command installs without the registry into an empty folder and runs on the Node of the host', async (t) => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'connectory-packed-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  const packing = await bundledCommand()
  const packed = await runIn(packing, 'npm', 'pack', '--ignore-scripts', '--pack-destination', folder)
  assert.equal(packed.status, 0, packed.stderr)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  assert.ok(tarball)

  const options = ['--offline', '--no-audit', '--no-fund', `--cache=${join(folder, 'cache')}`]
  const installed = await runIn(empty, 'npm', 'install', ...options, join('..', tarball))
  assert.equal(installed.status, 0, installed.stderr)
  const bytes = sizeOf(join(empty, 'node_modules'))
  assert.ok(bytes < 15 * mebibyte, `${Math.round(bytes / mebibyte)} MiB`)

  const command = join(empty, 'node_modules', '.bin', 'connectory')
  const host = (await runIn(empty, 'node', '--version')).stdout.trim()
  t.diagnostic(`Node ${host}, ${(bytes / mebibyte).toFixed(1)} MiB installed`)
  assert.match((await runIn(empty, command, '--version')).stdout, /^\d+\.\d+\.\d+\n$/)
  assert.match((await runIn(empty, command, 'explain', 'TOOL-01')).stdout, /readOnlyHint/)
})

test('the packed command reaches the verdict that the sources reach', async (t) => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'connectory-bundle-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const command = join(await bundledCommand(), 'bin', 'connectory.mjs')
  const server = serverWithTools([{ name: 'read_note', inputSchema: { type: 'object' } }])
  t.after(() => server.close())
  const url = await listen(server)
  const record = join(folder, 'recorded')
  const asJson = ['--format', 'json']
  const live = await runIn(
    folder,
    'node',
    command,
    'check',
    url,
    '--allow-loopback',
    '--record',
    record,
    ...asJson,
  )
  assert.equal(live.status, 1, live.stderr)
  const again = await runIn(folder, 'node', command, 'check', '--replay', record, ...asJson)
  assert.equal(again.stdout, live.stdout)
  const fromSource = await connectory('check', '--replay', record, ...asJson)
  assert.equal(fromSource.out, live.stdout)
})

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}
