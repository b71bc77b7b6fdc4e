import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseSync, Visitor, type Expression, type JSXEmptyExpression } from 'oxc-parser'

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

/** The texts that an expression may be, whichever way it goes. What a function is given is that function's. */
function textsOf(expression: Expression | JSXEmptyExpression): readonly string[] {
  const { type } = expression
  if (type === 'Literal') return typeof expression.value === 'string' ? [expression.value] : []
  if (type === 'TemplateLiteral') {
    const written = expression.quasis.map(({ value }) => value.cooked ?? value.raw)
    return [...written, ...expression.expressions.flatMap(textsOf)]
  }
  if (type === 'ConditionalExpression') return [expression.consequent, expression.alternate].flatMap(textsOf)
  if (type === 'ParenthesizedExpression') return textsOf(expression.expression)
  const joins = type === 'LogicalExpression' || (type === 'BinaryExpression' && expression.operator === '+')
  return joins ? [expression.left, expression.right].flatMap(textsOf) : []
}

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
      const inside = source.slice(node.start - 1, node.start) !== '='
      if (inside) for (const text of textsOf(node.expression)) report(node.start, text)
    },
    JSXAttribute: (node) => {
      if (node.name.type !== 'JSXIdentifier' || !spoken.has(node.name.name)) return
      const { name } = node.name
      const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value
      if (value?.type === 'JSXElement' || value?.type === 'JSXFragment' || value == null) return
      for (const text of textsOf(value)) if (name !== 'error' || !isName.test(text)) report(node.start, text)
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
  const page = `const page = <p class="a" title="Hover">Hello {'you'} {t('a.b')} · {\`and \${name}\`} <i aria-label={'Say'} title={a ? 'One' : t('a.c')} />{b && 'then'}{c ? d : (e ?? 'Two')}{'first' + f}</p>`
  assert.deepEqual(
    literals('page.tsx', page)
      .map((line) => line.replace(/^\S+ /, ''))
      .toSorted(),
    ['Hello', 'Hover', 'One', 'Say', 'Two', 'and', 'first', 'then', 'you'].toSorted(),
  )
})
