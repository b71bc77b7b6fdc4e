// npm run corpus [-- --json] [--retry]: judges published servers and counts again without the checker's rules.
// npm run corpus -- --attacks [--every N]: plants every generated attack in every (N-th) harmless tool instead.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { nodeFlags } from './run.mjs'
import { root, setUp } from './setup.mjs'

const flags = [...nodeFlags, '--disable-warning=ExperimentalWarning']
const main = join(root, 'scripts', 'corpus', 'main.ts')
const child = spawn(setUp(), [...flags, main, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
