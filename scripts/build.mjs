// Builds what the npm packages hold, each into its dist/: wire and checker in the order of their imports, and the
// command as one bundle that needs no other package. Nothing in the repository runs from there; a clone reads the
// sources.
import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, setUp } from './setup.mjs'

setUp()
const onWindows = process.platform === 'win32'
const compiler = join(root, 'node_modules', '.bin', onWindows ? 'tsc.cmd' : 'tsc')

for (const name of ['wire', 'checker']) {
  const home = join(root, 'packages', name)
  const built = join(home, 'dist')
  // A module whose source is gone must not be shipped.
  rmSync(built, { recursive: true, force: true })
  const run = spawnSync(compiler, ['-p', join(home, 'tsconfig.build.json')], {
    stdio: 'inherit',
    shell: onWindows,
  })
  if (run.status !== 0) {
    console.error(`packages/${name} was not built; the compiler's words are above.`)
    process.exit(1)
  }
  copyFileSync(join(root, 'LICENSE'), join(built, 'LICENSE'))
  if (name === 'checker') {
    cpSync(join(home, 'src/protocol-schemas/NOTICE.md'), join(built, 'protocol-schemas/NOTICE.md'))
  }
  const modules = readdirSync(built, { recursive: true }).filter((file) => file.endsWith('.js'))
  console.log(`packages/${name}/dist: ${modules.length} modules`)
}

// Only now: on a fresh clone esbuild is there after the set-up.
const { bundleCommand } = await import('./bundle-command.mjs')
const files = await bundleCommand(join(root, 'packages', 'cli'))
console.log(`packages/cli/dist: ${files.length} modules, bundled`)
