// Bundles the command with everything it needs into one folder of plain JavaScript for Node 20, so that the packed
// package installs without the registry and starts quickly.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const home = join(root, 'packages', 'cli')

/**
 * Writes a folder that npm can pack: package.json, README, LICENSE, bin and dist.
 * @param {string} folder where to write; its dist is replaced
 */
export async function bundleCommand(folder) {
  const dist = join(folder, 'dist')
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist, { recursive: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { main: join(home, 'src', 'main.ts') },
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['connectory-source'],
    metafile: true,
    logLevel: 'warning',
    // Some of the libraries inside are CommonJS and ask for Node's own modules by require.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  })
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licences(Object.keys(metafile.inputs)))
  cpSync(join(root, 'LICENSE'), join(dist, 'LICENSE'))
  if (folder !== home) {
    for (const name of ['package.json', 'README.md', 'bin']) {
      cpSync(join(home, name), join(folder, name), { recursive: true })
    }
  }
  return Object.keys(metafile.outputs).map((output) => relative(dist, resolve(root, output)))
}

/** The licence of every package that is inside the bundle, because it goes where they go. */
function licences(inputs) {
  const packages = new Map()
  for (const input of inputs) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)
    if (found) packages.set(found[1], readPackage(join(root, found[1])))
  }
  const texts = [...packages.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const schemas = join(root, 'packages/checker/src/protocol-schemas/NOTICE.md')
  texts.push({ name: 'Schemas of the Model Context Protocol', text: readFileSync(schemas, 'utf8') })
  return texts.map(({ name, text }) => `${name}\n${'='.repeat(name.length)}\n${text.trim()}\n`).join('\n')
}

function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'license.md', 'LICENCE']) {
    try {
      return { name: `${name} ${version}`, text: readFileSync(join(folder, file), 'utf8') }
    } catch {
      // Another spelling follows.
    }
  }
  if (typeof license !== 'string') throw new Error(`${name} has no licence and cannot go into the package.`)
  return { name: `${name} ${version}`, text: `Licence: ${license}` }
}
