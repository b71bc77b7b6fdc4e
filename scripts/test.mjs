// npm test [-- FILE…]: sets up, then run-tests.ts does the work on the project's Node.
import { spawn } from 'node:child_process'
import { nodeFlags } from './run.mjs'
import { root, setUp } from './setup.mjs'

const child = spawn(setUp(), [...nodeFlags, 'scripts/run-tests.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
