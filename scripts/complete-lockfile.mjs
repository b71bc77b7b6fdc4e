// npm leaves optional packages of other platforms out of the lockfile when the registry it talks to does not carry
// them, and then refuses its own lockfile in "npm ci". Run this after "npm install" has changed package-lock.json: it
// adds what is missing from the exact versions that the parents name.
import { readFileSync, writeFileSync } from 'node:fs'

const systems = new Set([
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
])
const processors = new Set([
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
])

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
let added = 0
for (const [path, parent] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const known = lock.packages[`node_modules/${name}`] ?? lock.packages[`${path}/node_modules/${name}`]
    if (known !== undefined || !/^\d+\.\d+\.\d+/.test(version)) continue
    lock.packages[`node_modules/${name}`] = entry(name, version, parent)
    added += 1
  }
}
const sorted = Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1))
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
console.log(`${added} packages of other platforms added to package-lock.json.`)

/** The platform is in the name: binding-linux-arm64-musl. */
function entry(name, version, parent) {
  const words = name.slice(name.lastIndexOf('/') + 1).split('-')
  const system = words.find((word) => systems.has(word))
  const processor = words.find((word) => processors.has(word))
  const library = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc'
  return {
    version,
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(parent.dev === true ? { dev: true } : {}),
    ...(system === 'linux' && words.length > 3 ? { libc: [library] } : {}),
    license: parent.license,
    optional: true,
    ...(system === undefined ? {} : { os: [system] }),
  }
}
