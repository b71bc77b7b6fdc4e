import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { policies } from './policies.ts'
import { levelOf } from './policy.ts'
import { renderFinding } from './render.ts'
import type { Draft, Rule } from './rule.ts'
import { rules } from './rules.ts'

const inOrder = (one: string, other: string) => one.localeCompare(other)

const folder = (name: string) =>
  readdirSync(fileURLToPath(new URL(name, import.meta.url))).filter((file) =>
    /(?<!\.test)\.[jt]s$/.test(file),
  )

test('every file of rules/ is one registered rule whose id is the prefix of its name', async () => {
  const files = folder('./rules')
  assert.equal(files.length, rules.length)
  assert.ok(files.length > 0)
  for (const file of files) {
    const loaded = (await import(`./rules/${file}`)) as { rule: Rule }
    assert.match(file, /^[A-Z]+-\d{2}-[a-z0-9-]+\.ts$/)
    assert.equal(file.split('-').slice(0, 2).join('-'), loaded.rule.id)
    assert.ok(rules.includes(loaded.rule), `${file} is not in rules.ts`)
  }
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length)
})

test('every file of policies/ is a registered policy whose id is its name', () => {
  assert.deepEqual(
    folder('./policies').map((file) => file.replace(/\.[jt]s$/, '')),
    [...policies.keys()],
  )
})

test('every policy gives a level to every rule, and names no case that a rule does not have', () => {
  for (const policy of policies.values()) {
    assert.deepEqual(
      Object.keys(policy.levels).toSorted(inOrder),
      rules.map(({ id }) => id).toSorted(inOrder),
    )
    for (const rule of rules) {
      assert.ok(levelOf(policy, rule.id))
      const entry = policy.levels[rule.id]
      const named = typeof entry === 'object' ? Object.keys(entry.cases) : []
      for (const name of named) assert.ok(name in rule.text.en.cases, `${rule.id} has no case ${name}`)
    }
  }
})

for (const rule of rules) {
  for (const [index, facts] of rule.examples.pass.entries()) {
    test(`${rule.id} passes its example ${index + 1}`, () => assert.deepEqual([...rule.check(facts)], []))
  }
  for (const [index, facts] of rule.examples.fail.entries()) {
    test(`${rule.id} finds the fault of its example ${index + 1}`, () => {
      const drafts = [...rule.check(facts)]
      assert.ok(drafts.length > 0)
      for (const draft of drafts) assertWorded(rule, draft)
    })
  }
  test(`${rule.id} shows every case of its catalogue in an example`, () => {
    const shown = rule.examples.fail.flatMap((facts) =>
      [...rule.check(facts)].flatMap((draft) => ('case' in draft ? [draft.case] : [])),
    )
    assert.deepEqual([...new Set(shown)].toSorted(inOrder), Object.keys(rule.text.en.cases).toSorted(inOrder))
  })
}

const parametersIn = (sentence: string) => (sentence.match(/\{[a-zA-Z]+\}/g) ?? []).toSorted(inOrder)

for (const language of ['de', 'es'] as const) {
  test(`what a rule says in ${language} says every case, with the parameters of the English sentence`, () => {
    const translated = rules.filter(({ text }) => text[language] !== undefined)
    assert.ok(translated.length > 0)
    for (const { id, text } of translated) {
      const own = text[language]
      assert.ok(own?.title && own.why && own.pass, id)
      assert.deepEqual(Object.keys(own.cases), Object.keys(text.en.cases), id)
      for (const [name, english] of Object.entries(text.en.cases)) {
        for (const part of ['message', 'fix'] as const) {
          assert.deepEqual(
            [...new Set(parametersIn(own.cases[name]?.[part] ?? ''))],
            [...new Set(parametersIn(english[part]))],
            `${id} ${name} ${part}`,
          )
        }
      }
    }
  })
}

function assertWorded(rule: Rule, draft: Draft): void {
  assert.ok('case' in draft)
  const rendered = renderFinding(
    {
      rule: rule.id,
      outcome: 'fail',
      case: draft.case,
      because: null,
      params: { ...draft.params },
      evidence: {},
    },
    'en',
  )
  for (const sentence of [rendered.message, rendered.fix ?? '']) {
    assert.notEqual(sentence, '')
    assert.doesNotMatch(sentence, /\{[a-zA-Z]+\}/, `${rule.id} leaves a parameter unfilled`)
  }
}
