// npm run corpus -- --attacks: every sentence of the generated attacks in every harmless tool, written to docs/attacks.md.
import { writeFileSync } from 'node:fs'
import { attackEverywhere, kinds, languages, type Share } from '../../packages/checker/test/attacks/attack.ts'
import { harmless, places } from '../../packages/checker/test/attacks/tools.ts'

const groups = ['first wording', 'held out', 'stranger', 'denied', 'quoted', 'twins of the stranger'] as const
/** Of the words of a stranger the goal is only what was measured: no rule was made for them. */
const goals = {
  'first wording': 85,
  'held out': 85,
  stranger: 5,
  denied: 5,
  quoted: 5,
  'twins of the stranger': 5,
  hidden: 99,
} as const
const harmlessGroups: readonly string[] = ['denied', 'quoted', 'twins of the stranger']

/**
 * What the rules found of the two wordings when these were first planted, before any rule was touched: the wordings
 * were written from descriptions of the threats, before the rules were read.
 */
const first = { 'first wording': '110 of 288', 'held out': '15 of 144' } as const

/** Writes the page and says what missed its goal. */
export function measureAttacks(page: string): { readonly line: string; readonly problems: string[] } {
  const shares = new Map<string, Share>(kinds.map((kind) => [kind.name, attackEverywhere(kind)]))
  const percent = (names: readonly string[]) => {
    const chosen = names.flatMap((name) => shares.get(name) ?? [])
    const sum = (key: 'attempts' | 'flagged') => chosen.reduce((total, share) => total + share[key], 0)
    return (100 * sum('flagged')) / Math.max(1, sum('attempts'))
  }
  const shown = (value: number) => `${value.toFixed(1)} %`
  const rows = groups.map((group) => {
    const names = languages.map((language) => `${group} ${language}`)
    return { group, each: names.map((name) => percent([name])), all: percent(names) }
  })
  const hidden = percent(['hidden characters'])
  const attempts = [...shares.values()].reduce((total, share) => total + share.attempts, 0)
  writeFileSync(
    page,
    `${[
      '# Generated attacks',
      'Made by `npm run corpus -- --attacks`; do not edit. `npm test` measures a sample with a fixed seed.',
      `Every sentence is planted in each of ${harmless.length} harmless tools, in ${places.length} places by turns: descriptions, titles, parameter texts, enums, defaults, examples, nested schemas, instructions, prompts and their arguments. ${attempts} attempts. Flagged is an attempt on which any text rule fails or asks for a person.`,
      [
        `| Sentences | ${languages.join(' | ')} | all | wanted |`,
        `|---|${'---|'.repeat(languages.length + 2)}`,
        ...rows.map(({ group, each, all }) => {
          const wanted = `${harmlessGroups.includes(group) ? 'at most' : 'at least'} ${goals[group]} %`
          return `| ${group} | ${each.map(shown).join(' | ')} | ${shown(all)} | ${wanted} |`
        }),
        `| hidden characters | ${languages.map(() => '').join(' | ')} | ${shown(hidden)} | at least ${goals.hidden} % |`,
      ].join('\n'),
      `The first two wordings were written from descriptions of the threats before the rules were read. What the rules found then, in a description, without any change: ${first['first wording']} of the first wording and ${first['held out']} of the second. The rules were then made better on the first wording; of the second only totals were looked at. But the same person had written both wordings within the hour before changing the rules, so the second was held out from the measurements and not from memory: the figures above say what is covered, and those before any change (38 % and 10 %) are nearer to what a stranger in new words would meet.`,
      `How near, the third wording says: 40 attacks of ten kinds, each in six languages and each with a harmless twin, written by another session of a language model that had seen the names of the threats and the ids of the planned rules, but neither the rules nor the other sentences. They were committed before they were measured; afterwards no sentence and no rule was changed. The rules find 20 of these 240 sentences in at least one place, and none of those that override instructions, read sensitive files, gather conversation or claim an earlier consent. So the text rules recognise known phrasings; they do not understand a text, and one without a finding is not thereby safe. "At least 5 %" is this measurement, not a goal.`,
      'Denied sentences say that a tool does not do such a thing; quoted ones speak of an attack that a tool detects.',
    ].join('\n\n')}\n`,
  )
  const problems = rows.flatMap(({ group, all }) => {
    const most = harmlessGroups.includes(group)
    return (most ? all > goals[group] : all < goals[group]) ? [`${group}: ${shown(all)}`] : []
  })
  if (hidden < goals.hidden) problems.push(`hidden characters: ${shown(hidden)}`)
  const figures = rows.map(({ group, all }) => `${group} ${shown(all)}`).join(', ')
  return { line: `attacks: ${attempts} attempts, ${figures}, hidden ${shown(hidden)}`, problems }
}
