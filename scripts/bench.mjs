// npm run bench -- NAME [--json]: runs bench/NAME.ts on the project's Node. Without a name it says which there are.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { nodeFlags } from './run.mjs'
import { root, setUp } from './setup.mjs'

const folder = join(root, 'bench')
const [name, ...options] = process.argv.slice(2)

if (name === undefined || !/^[a-z-]+$/.test(name) || !existsSync(join(folder, `${name}.ts`))) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => entry.name.slice(0, -'.ts'.length))
  console.error(`Usage: npm run bench -- NAME [--json]\nBenchmarks: ${names.join(', ')}`)
  process.exitCode = 2
} else {
  const flags = [...nodeFlags, '--disable-warning=ExperimentalWarning']
  const child = spawn(setUp(), [...flags, join(folder, `${name}.ts`), ...options], {
    cwd: root,
    stdio: 'inherit',
  })
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}
