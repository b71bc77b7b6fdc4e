#!/usr/bin/env node
// In an installed package: the built program. In a clone: the sources, on the project's own Node.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const built = path('../dist/main.js')
const source = path('../src/main.ts')
const node = path('../../../node_modules/.bin/node')

if (existsSync(source) && existsSync(node)) {
  const run = spawnSync(node, ['--conditions=connectory-source', source, ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  process.exitCode = run.status ?? 130
} else if (existsSync(built)) {
  await import(built)
} else {
  process.stderr.write('connectory is not set up here: run "npm ci" in the clone, or install the package.\n')
  process.exitCode = 2
}
