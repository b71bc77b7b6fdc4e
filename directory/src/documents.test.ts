import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** Names in code marks in the first column of a table. */
function variablesInTables(page: string): ReadonlySet<string> {
  const cells = [...page.matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|/gm)].map(([, cell = '']) => cell)
  return new Set(cells.flatMap((cell) => cell.split(', ').map((name) => name.slice(1, -1))))
}

const inCode = new Set(
  globSync('directory/src/config/*.ts', { cwd: root }).flatMap((file) =>
    [...read(file).matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name = '']) => name),
  ),
)

for (const page of ['README.md', 'docs/configuration.md']) {
  test(`${page} names every variable of the configuration and no other`, () => {
    assert.ok(inCode.has('PUBLIC_URL'))
    assert.deepEqual(variablesInTables(read(page)), inCode)
  })
}

test('every command that the documents give is a script of package.json', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const pages = ['README.md', 'CONTRIBUTING.md', 'docs/configuration.md']
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => name),
  )
  assert.deepEqual(
    named.filter((name) => !(name in scripts)),
    [],
  )
})

test('every link between our documents leads somewhere', () => {
  const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root })
  assert.ok(pages.length > 10)
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(root, dirname(page), target)))
      .map((target) => `${page} → ${target}`),
  )
  assert.deepEqual(broken, [])
})

const rulePages = {
  'docs/gateway-rules.md': Array.from({ length: 20 }, (_, at) => `B${at + 1}`),
  'docs/broker-rules.md': Array.from({ length: 30 }, (_, at) => `BRK-${String(at + 1).padStart(2, '0')}`),
}

for (const [file, rules] of Object.entries(rulePages)) {
  test(`every rule of ${file} has a row, and every test that it names exists`, () => {
    const rows = [...read(file).matchAll(/^\| ([A-Z-]+\d+) \|.*$/gm)]
    assert.deepEqual(
      rows.map(([, rule]) => rule),
      rules,
    )
    for (const [row, rule] of rows) {
      const named = [...row.matchAll(/`([^`]+\.test\.ts)` “([^”]+)”/g)]
      assert.ok(named.length > 0 || row.includes('Nothing to do'), `${rule} names no test`)
      for (const [, from = '', sentence = ''] of named)
        assert.ok(read(from).includes(sentence), `${rule}: ${from} has no test “${sentence}”`)
    }
  })
}
