// npm run corpus -- --attacks: every sentence of the generated attacks in every harmless tool, written to docs/attacks.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attackEverywhere, kinds, languages, type Share } from '../../packages/checker/test/attacks/attack.ts'
import { harmless, places } from '../../packages/checker/test/attacks/tools.ts'

const groups = ['first wording', 'held out', 'stranger', 'denied', 'quoted', 'twins of the stranger'] as const
const goals = {
  'first wording': 85,
  'held out': 85,
  stranger: 85,
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

interface Measured {
  readonly found: string
  readonly twins: string
}

/** What the training measured on writers left out. */
function learnedTable(): string {
  const file = join(import.meta.dirname, '..', 'text-model', 'measured.json')
  const { all, ...groups } = JSON.parse(readFileSync(file, 'utf8')) as { all: Measured } & Record<
    string,
    Record<string, Measured>
  >
  const row = (name: string, { found, twins }: Measured) => `| ${name} | ${found} % | ${twins} % |`
  return [
    '| Left out | attacks found | twins flagged |',
    '|---|---|---|',
    row('all', all),
    ...Object.values(groups).flatMap((group) => Object.entries(group).map(([name, one]) => row(name, one))),
  ].join('\n')
}

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
      `How near, the third wording says: 40 attacks of ten kinds, each in six languages and each with a harmless twin, written by another session of a language model that had seen the names of the threats and the ids of the planned rules, but neither the rules nor the other sentences. They were committed before they were measured; no sentence was changed afterwards, no rule was made for them, and the text model was neither trained nor tuned on them. Before there was a text model the phrase rules found 7.9 % of them and took 1.3 % of the twins for attacks; what the table shows beyond that is the model of SEC-04, for better and for worse: far more of the attacks are found, and of their twins, each one step away from its attack, far more than 5 % are taken for one. While the model was made, a failing test showed some of these twins once; the sentences of ours that were written afterwards keep away from their subjects, and no threshold was moved.`,
      'Denied sentences say that a tool does not do such a thing; quoted ones speak of an attack that a tool detects. First wording, denied and quoted are also among what the text model was trained on; held out and stranger are not.',
      '## The text model on writers it had not read',
      `SEC-04 judges by a text model (docs/decisions). It is trained on the sentences of six writers, each 480 attacks, 480 harmless twins and 240 plain sentences in six languages, written by sessions of a language model that knew neither the rules nor each other's sentences; on a small set of ours with an attack beside its twin; and on the tool texts of half of the published servers. \`npm run train-text-model\` leaves out one writer after the other, trains on the rest, and counts what the model alone finds of the writer left out, sentence by sentence. The threshold of each language is the higher of two scores: the one that 4 % of the twins of writers left out exceed, and the highest of any published server that no other rule flags, where those not trained on decide. It was chosen from the same figures, so they are a little too good. The features and the list of concepts were chosen with the first six writers in view; sentences of ours were added after looking at what was mistaken, also at one sentence of the servers that are only measured (a demand never to skip an approval).`,
      learnedTable(),
      'So about half of what a new writer words as an attack is found, far from the 85 % that are wanted, and of what conceals something a quarter. English suffers most, because there the published servers set the threshold; published texts in the other languages are too few to say how often real ones are flagged. Each further writer to learn from added three to five points when one to five were compared. A text without a finding is not thereby safe.',
      'A seventh writer, whose sentences nobody had read and nothing was tuned on, was measured once when all was done, rules and model together, each sentence at the end of a description: 273 of 480 attacks are found (56.9 %; English 45, German 70, Spanish 59, French 50, Chinese 63, Japanese 55 of 100), 14 of 480 harmless twins are flagged (2.9 %) and 1 of 240 plain sentences. These sentences are in the repository, for measuring and not for learning; `npm test` holds the figures.',
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
