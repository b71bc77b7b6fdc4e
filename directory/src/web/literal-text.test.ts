import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseSync, Visitor } from 'oxc-parser'

const root = join(import.meta.dirname, '..')

/** Attributes whose value a person reads or hears. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'placeholder',
  'title',
  'alt',
  'label',
  'lead',
  'summary',
  'hint',
  'legend',
  'caption',
  'error',
])

/** The beginning of an address is the same in every language. */
const notWords = /https?:\/\//g
/** A key handed on to a component that looks it up, or the beginning of one. */
const isTextKey =
  /^(accounts|authorization|catalogue|connections|demo|notices|review|shell|site|submissions)\.[\w.-]*$/
/** The name of a fault, such as `expired`, that a component turns into a sentence. */
const isName = /^[a-z]+(-[a-z]+)*$/
const hasLetters = /\p{L}/u

function literals(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source)
  assert.deepEqual(errors, [], file)
  const found: string[] = []
  const report = (start: number, text: string): void => {
    if (!isTextKey.test(text) && hasLetters.test(text.replaceAll(notWords, '')))
      found.push(`${file}:${source.slice(0, start).split('\n').length} ${text.trim()}`)
  }
  new Visitor({
    JSXText: (node) => report(node.start, node.value),
    JSXExpressionContainer: (node) => {
      const { expression } = node
      const inside = source.slice(node.start - 1, node.start) !== '='
      if (inside && expression.type === 'Literal' && typeof expression.value === 'string') {
        report(node.start, expression.value)
      }
      if (inside && expression.type === 'TemplateLiteral') {
        for (const { value } of expression.quasis) report(node.start, value.cooked ?? value.raw)
      }
    },
    JSXAttribute: (node) => {
      if (node.name.type !== 'JSXIdentifier' || !spoken.has(node.name.name)) return
      const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value
      const isCode =
        node.name.name === 'error' && value?.type === 'Literal' && isName.test(String(value.value))
      if (value?.type === 'Literal' && typeof value.value === 'string' && !isCode)
        report(node.start, value.value)
      if (value?.type === 'TemplateLiteral')
        for (const part of value.quasis) report(node.start, part.value.cooked ?? '')
    },
  }).visit(program)
  return found
}

test('pages have no literal text; every word comes from the catalogue', () => {
  const files = globSync('**/*.tsx', { cwd: root }).filter((file) => !file.endsWith('.test.tsx'))
  assert.ok(files.length > 10, `only ${files.length} files were looked at`)
  const found = files.flatMap((file) => literals(file, readFileSync(join(root, file), 'utf8')))
  assert.deepEqual(found, [])
})

test('the search for literal text finds it in text, in braces and in spoken attributes', () => {
  const page = `const page = <p class="a" title="Hover">Hello {'you'} {t('a.b')} · {\`and \${name}\`} <i aria-label={'Say'} /></p>`
  assert.deepEqual(
    literals('page.tsx', page)
      .map((line) => line.replace(/^\S+ /, ''))
      .toSorted(),
    ['Hello', 'Hover', 'Say', 'and', 'you'].toSorted(),
  )
})
