#!/usr/bin/env node
// In an installed package: the built program. In a clone: the sources, on the project's own Node.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const built = new URL('../dist/main.js', import.meta.url)
const source = path('../src/main.ts')
const projectNode = path('../../../node_modules/.bin/node')
const canRunSources = Number(process.versions.node.split('.')[0]) >= 24
const node = existsSync(projectNode) ? projectNode : canRunSources ? process.execPath : undefined

if (existsSync(source) && node !== undefined) {
  const cache = process.env.NODE_COMPILE_CACHE ?? path('../../../node_modules/.cache/compiled')
  const child = spawn(node, ['--conditions=connectory-source', source, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // Ctrl-C reaches the child by itself; this process stays to hand on how it ended.
  process.on('SIGINT', () => {})
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal]
  })
} else if (existsSync(built)) {
  await import(built.href)
} else {
  process.stderr.write('connectory is not set up here: run "npm ci" in the clone, or install the package.\n')
  process.exitCode = 2
}
