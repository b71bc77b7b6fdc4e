import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseSync } from 'oxc-parser'

const root = join(import.meta.dirname, '../..')

interface Manifest {
  readonly scripts?: Record<string, string>
  readonly engines?: { readonly node?: string }
  readonly files?: readonly string[]
  readonly exports?: Record<string, Record<string, string>>
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest
}

/** Everything that a script imports, directly or through files beside it. */
function imports(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  const { module, errors } = parseSync(file, readFileSync(join(root, 'scripts', file), 'utf8'))
  assert.deepEqual(errors, [], file)
  for (const { moduleRequest } of module.staticImports) {
    if (seen.has(moduleRequest.value)) continue
    seen.add(moduleRequest.value)
    if (moduleRequest.value.startsWith('./')) imports(moduleRequest.value, seen)
  }
  return seen
}

test('what npm scripts start needs nothing that an installation brings', () => {
  const started = Object.values(manifest('.').scripts ?? {}).flatMap((command) =>
    [...command.matchAll(/^node scripts\/([a-z-]+\.mjs)$/g)].map((match) => match[1] ?? ''),
  )
  for (const needed of ['start.mjs', 'test.mjs', 'serve.mjs']) assert.ok(started.includes(needed), needed)
  for (const file of started) {
    assert.deepEqual(
      [...imports(file)].filter((name) => !name.startsWith('./') && !isBuiltin(name)),
      [],
      file,
    )
  }
})

test('nothing relies on scripts that npm runs by itself, since they are switched off', () => {
  const folders = ['.', 'directory', 'packages/wire', 'packages/checker', 'packages/cli', 'packages/starter']
  for (const folder of folders) {
    const names = Object.keys(manifest(folder).scripts ?? {})
    assert.deepEqual(
      names.filter((name) => /^(pre|post)|^(install|prepare|dependencies)$/.test(name)),
      [],
      folder,
    )
  }
  assert.match(readFileSync(join(root, '.npmrc'), 'utf8'), /^ignore-scripts=true$/m)
})

test('published packages ask for Node 20 and hold what was built, but for our own condition', () => {
  for (const name of ['wire', 'checker', 'cli']) {
    const { engines, files, exports = {} } = manifest(`packages/${name}`)
    assert.equal(engines?.node, '>=20', name)
    assert.ok(files?.includes('dist'), name)
    assert.ok(!files?.includes('src'), name)
    for (const [condition, path] of Object.values(exports).flatMap((entry) => Object.entries(entry))) {
      const place = condition === 'connectory-source' ? './src/' : './dist/'
      assert.ok(path.startsWith(place), `${name}: ${condition} leads to ${path}`)
    }
  }
})
