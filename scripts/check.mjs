// npm run check: format, lint, types, unused code, architecture. No tests of behaviour.
import { spawn } from 'node:child_process'
import { nodeFlags } from './run.mjs'
import { root, setUp } from './setup.mjs'

const node = setUp()
const bin = (name) => `node_modules/.bin/${name}`

/** `saw` must match the output: a tool that looked at nothing has not passed. */
const steps = [
  { name: 'format', command: [bin('oxfmt'), '--check'], saw: /on (\d+) files/ },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'], saw: /on (\d+) files/ },
  {
    name: 'types',
    command: [bin('tsc'), '--noEmit', '--listFilesOnly', '-p', 'tsconfig.json'],
    saw: /directory\/src\/app\.ts/,
    quiet: true,
  },
  { name: 'types', command: [bin('tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'unused code', command: [bin('knip')] },
  {
    name: 'architecture',
    command: [node, ...nodeFlags, '--test', '--test-isolation=none', 'directory/src/architecture.test.ts'],
    saw: /ℹ pass [1-9]/,
  },
]

function run({ name, command: [program, ...options], saw, quiet }) {
  return new Promise((resolve) => {
    const began = performance.now()
    const child = spawn(program, options, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      const found = saw === undefined ? true : saw.exec(output)
      const looked = found === true || (found !== null && found[1] !== '0')
      const passed = code === 0 && looked
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      if (!passed || !quiet) console.log(`${passed ? '✔' : '✖'} ${name} (${seconds} s)`)
      if (!passed) console.log(looked ? output : `${output}\n${name} looked at nothing.`)
      resolve(passed)
    })
  })
}

// Two at a time, as many as a small machine has cores.
const waiting = [...steps]
const results = []
async function worker() {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) results.push(await run(step))
}
await Promise.all([worker(), worker()])
process.exitCode = results.every(Boolean) ? 0 : 1
