import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { composition, mayImport, mayImportPackage } from './modules.ts'

const root = import.meta.dirname
const sources = globSync('**/*.{ts,tsx}', { cwd: root })
const shipped = sources.filter((file) => !/\.test\.tsx?$/.test(file) && file !== 'modules.ts')

function specifiers(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
}

function home(file: string): string {
  return file.split('/')[0] ?? ''
}

function offence(file: string, specifier: string): string | undefined {
  const from = home(file)
  if (!specifier.startsWith('.')) {
    const allowed = mayImportPackage[specifier]
    return allowed === undefined || allowed.includes(from) ? undefined : `${file} names ${specifier}`
  }
  const target = relative(root, join(root, dirname(file), specifier))
  const to = home(target)
  if (to === from || target.startsWith('..')) return undefined
  if (composition.includes(from)) {
    const frontDoor = target.endsWith('/index.ts') || composition.includes(to) || target === 'modules.ts'
    return frontDoor ? undefined : `${file} goes past the front door: ${target}`
  }
  if (mayImport[from]?.includes(to) !== true) return `${file} may not import ${target}`
  return target === `${to}/index.ts` ? undefined : `${file} goes past the front door: ${target}`
}

test('every module imports only what the map allows, and only through front doors', () => {
  assert.ok(shipped.length > 20, `only ${shipped.length} files were looked at`)
  const offences = shipped.flatMap((file) => specifiers(file).map((to) => offence(file, to)))
  assert.deepEqual(
    offences.filter((found) => found !== undefined),
    [],
  )
})

test('every folder is in the map, and every module has a front door', () => {
  const folders = new Set(shipped.filter((file) => file.includes('/')).map(home))
  for (const folder of folders) {
    assert.ok(folder in mayImport || composition.includes(folder), `${folder} is not in modules.ts`)
    if (!composition.includes(folder))
      assert.ok(sources.includes(`${folder}/index.ts`), `${folder} has no index.ts`)
  }
})

test('the map has no cycle', () => {
  const visit = (module: string, path: readonly string[]): void => {
    assert.ok(!path.includes(module), `cycle: ${[...path, module].join(' → ')}`)
    for (const next of mayImport[module] ?? []) visit(next, [...path, module])
  }
  for (const module of Object.keys(mayImport)) visit(module, [])
})

test('no file is named util, helpers, common, types or manager', () => {
  assert.deepEqual(
    sources.filter((file) => /(^|\/)(utils?|helpers?|common|types|manager)(\/|\.)/.test(file)),
    [],
  )
})

const speaksSql = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`|\bsql</
const sqlHomes = /(^|\/)([a-z-]+-)?store(-[a-z]+)?\.ts$|^kernel\/|^demo\//

test('only stores speak SQL', () => {
  const others = shipped.filter((file) => !sqlHomes.test(file))
  assert.deepEqual(
    others.filter((file) => speaksSql.test(readFileSync(join(root, file), 'utf8'))),
    [],
  )
})

test('only main.ts reads the environment, and only the kernel asks the machine for time and chance', () => {
  const offenders = shipped.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    if (/process\.env/.test(text) && file !== 'main.ts') return true
    return /Date\.now\(|new Date\(\)|Math\.random\(/.test(text) && home(file) !== 'kernel'
  })
  assert.deepEqual(offenders, [])
})
