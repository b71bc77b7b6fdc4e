import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTranslate } from '../translate.ts'
import { areasByLanguage, textsByLanguage, type Text } from './catalogue.ts'
import { untranslated } from './untranslated.ts'

const english = textsByLanguage.en

function parameters(text: Text): string[] {
  const whole = typeof text === 'string' ? text : text.other
  return [...whole.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted()
}

for (const language of ['de', 'es'] as const) {
  test(`${language} says everything that English says, except what is on the list`, () => {
    const missing = Object.keys(english).filter((key) => !(key in textsByLanguage[language]))
    assert.deepEqual(missing.toSorted(), untranslated[language].toSorted())
  })

  test(`${language} says nothing that English does not say, with the same parameters`, () => {
    for (const [key, text] of Object.entries(textsByLanguage[language])) {
      const original = english[key]
      assert.ok(original !== undefined, `${language} has ${key}, English has not`)
      assert.deepEqual(parameters(text), parameters(original), `${language} ${key}`)
      assert.equal(
        typeof text,
        typeof original,
        `${language} ${key} has plural forms where the other has none`,
      )
    }
  })
}

test('a key begins with the name of its file', () => {
  for (const [language, areas] of Object.entries(areasByLanguage)) {
    for (const [area, texts] of Object.entries(areas)) {
      for (const key of Object.keys(texts))
        assert.ok(key.startsWith(`${area}.`), `${language}/${area}.ts: ${key}`)
    }
  }
})

test('numbers are written as the language writes them, and plurals follow the count', () => {
  assert.equal(createTranslate('en')('shell.errors-title', { count: 1 }), 'One thing needs your attention')
  assert.equal(
    createTranslate('de')('shell.errors-title', { count: 1234 }),
    '1.234 Angaben brauchen Ihre Aufmerksamkeit',
  )
})
