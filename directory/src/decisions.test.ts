import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'docs/decisions')
const pages = readdirSync(folder).filter((name) => name !== 'README.md')

/** `- \`file\`: title`, the title as the test's source has it. */
const holder = /^- `([^`]+)`: (.+)$/gm

function holders(page: string): readonly (readonly [string, string])[] {
  return [...page.matchAll(holder)].map(([, file = '', title = '']) => [file, title] as const)
}

function isHeld([file, title]: readonly [string, string]): boolean {
  return existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8').includes(title)
}

test('every decision says its context, its price and what holds it, and is numbered without a gap', () => {
  assert.deepEqual(
    pages.map((name) => name.slice(0, 5)),
    pages.map((_, index) => `${String(index + 1).padStart(4, '0')}-`),
  )
  for (const name of pages) {
    const page = readFileSync(join(folder, name), 'utf8')
    for (const part of ['# ', '**Context.**', '**Decision.**', '**Price.**', '**Held by**']) {
      assert.ok(page.includes(part), `${name} has no ${part}`)
    }
  }
})

test('every test that a decision names is there', () => {
  const lost = pages.flatMap((name) =>
    holders(readFileSync(join(folder, name), 'utf8'))
      .filter((named) => !isHeld(named))
      .map(([file, title]) => `${name}: ${file} has no test "${title}"`),
  )
  assert.deepEqual(lost, [])
})

test('the index lists every decision', () => {
  const index = readFileSync(join(folder, 'README.md'), 'utf8')
  assert.deepEqual(
    pages.filter((name) => !index.includes(`(${name})`)),
    [],
  )
})
