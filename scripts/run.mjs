// Starts the product with the project's Node, hands signals on, and ends with its exit code.
import { spawn } from 'node:child_process'
import { root, setUp } from './setup.mjs'

/** Flags that make Node read our sources as they are: workspace packages from src, pages from .tsx. */
export const nodeFlags = [
  '--conditions=connectory-source',
  '--disable-warning=ExperimentalWarning',
  '--import',
  './scripts/tsx.mjs',
  '--import',
  './scripts/known-warnings.mjs',
]

export function runProduct(role) {
  const node = setUp()
  const options = [...nodeFlags, 'directory/src/main.ts']
  const child = spawn(node, [...options, ...role, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
  // Ctrl-C reaches the whole process group; a signal to this process alone must be handed on.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128)
  })
}
