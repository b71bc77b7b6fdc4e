// npm run corpus -- --attacks: every sentence of the generated attacks in every harmless tool, written to docs/attacks.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  attackEverywhere,
  kinds,
  languages,
  type Share,
  templateKinds,
} from '../../packages/checker/test/attacks/attack.ts'
import { harmless, places } from '../../packages/checker/test/attacks/tools.ts'

const goals = {
  'template attack': 85,
  'template negated': 5,
  'template quoted': 5,
  'template honest': 5,
  'first wording': 85,
  'held out': 85,
  stranger: 85,
  denied: 5,
  quoted: 5,
  'twins of the stranger': 5,
  hidden: 99,
} as const
const groups = (Object.keys(goals) as (keyof typeof goals)[]).filter((group) => group !== 'hidden')
const attacks: readonly string[] = ['template attack', 'first wording', 'held out', 'stranger']

/**
 * What the rules found of the two wordings when these were first planted, before any rule was touched: the wordings
 * were written from descriptions of the threats, before the rules were read.
 */
const first = { 'first wording': '110 of 288', 'held out': '15 of 144' } as const

const columns = ['found', 'negated', 'quoted', 'honest'] as const
type Measured = Readonly<Record<(typeof columns)[number], string>>
interface Figures {
  readonly all: Measured
  readonly sets: Readonly<Record<string, Measured>>
  readonly languages: Readonly<Record<string, Measured>>
  readonly kinds: Readonly<Record<string, Measured>>
  readonly servers: { readonly measured: number; readonly flagged: number }
}

const learned = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'text-model', 'measured.json'), 'utf8'),
) as Figures

/** What the training measured on writers left out. */
function learnedTable(): string {
  const row = (name: string, one: Measured) =>
    `| ${name} | ${columns.map((column) => one[column]).join(' | ')} |`
  const many = (some: Readonly<Record<string, Measured>>) =>
    Object.entries(some).map(([name, one]) => row(name, one))
  return [
    '| Left out, % | attacks found | negated twins flagged | quoted | honest |',
    '|---|---|---|---|---|',
    row('all template writers', learned.all),
    ...many(learned.sets),
    ...many(learned.languages),
    ...many(learned.kinds),
  ].join('\n')
}

/** Writes the page and says what missed its goal; with `every`, only every so many tools are planted in. */
export function measureAttacks(
  page: string,
  every: number,
): { readonly line: string; readonly problems: string[] } {
  const shares = new Map<string, Share>(
    [...templateKinds(), ...kinds].map((kind) => [kind.name, attackEverywhere(kind, every)]),
  )
  const percent = (names: readonly string[]) => {
    const chosen = names.flatMap((name) => shares.get(name) ?? [])
    const sum = (key: 'attempts' | 'flagged') => chosen.reduce((total, share) => total + share[key], 0)
    return (100 * sum('flagged')) / Math.max(1, sum('attempts'))
  }
  const rows = groups.map((group): Row => {
    const names = languages.map((language) => `${group} ${language}`)
    return { group, each: names.map((name) => percent([name])), all: percent(names) }
  })
  const hidden = percent(['hidden characters'])
  const attempts = [...shares.values()].reduce((total, share) => total + share.attempts, 0)
  writeFileSync(page, `${pageOf(rows, hidden, attempts, every).join('\n\n')}\n`)
  const problems = rows.flatMap(({ group, all }) =>
    (attacks.includes(group) ? all < goals[group] : all > goals[group]) ? [`${group}: ${shown(all)}`] : [],
  )
  if (hidden < goals.hidden) problems.push(`hidden characters: ${shown(hidden)}`)
  const figures = rows.map(({ group, all }) => `${group} ${shown(all)}`).join(', ')
  return { line: `attacks: ${attempts} attempts, ${figures}, hidden ${shown(hidden)}`, problems }
}

interface Row {
  readonly group: (typeof groups)[number]
  readonly each: readonly number[]
  readonly all: number
}

function shown(value: number): string {
  return `${value.toFixed(1)} %`
}

function pageOf(rows: readonly Row[], hidden: number, attempts: number, every: number): string[] {
  const tools =
    every === 1
      ? `each of ${harmless.length}`
      : `${Math.floor(harmless.length / every)} of ${harmless.length}`
  const { measured, flagged } = learned.servers
  return [
    '# Generated attacks',
    'Made by `npm run corpus -- --attacks`; do not edit. `npm test` measures a sample with a fixed seed.',
    `Every sentence is planted in ${tools} harmless tools, in ${places.length} places by turns: descriptions, titles, parameter texts, enums, defaults, examples, nested schemas, instructions, prompts and their arguments. ${attempts} attempts. Flagged is an attempt on which any text rule fails or asks for a person.`,
    [
      `| Sentences | ${languages.join(' | ')} | all | wanted |`,
      `|---|${'---|'.repeat(languages.length + 2)}`,
      ...rows.map(({ group, each, all }) => {
        const wanted = `${attacks.includes(group) ? 'at least' : 'at most'} ${goals[group]} %`
        return `| ${group} | ${each.map((value) => shown(value)).join(' | ')} | ${shown(all)} | ${wanted} |`
      }),
      `| hidden characters | ${languages.map(() => '').join(' | ')} | ${shown(hidden)} | at least ${goals.hidden} % |`,
    ].join('\n'),
    '**Templates** is the measure that counts: 40 payload templates, four of each of ten kinds, in six languages, each with a twin that denies or forbids it, one that quotes it and one that uses the same words for honest work. A session of a language model wrote them that knew the names of the kinds and nothing else of ours. They were measured once when rules, features, weights and thresholds were fixed; nobody had read them and nothing was changed afterwards. At the end of one description 174 of 240 attacks are found (72.5 %, 85 wanted; English 68, German 80, Spanish 83, French 83, Chinese 58, Japanese 65 of 100; harvesting 92, forged tags 88, exfiltration and secrets 83, override 79, consent 71, crosstool and fetched orders 63, concealment 58, preconditions 46 of 100); the phrase rules alone find 67. Flagged are 12 of 240 denying twins (5.0 %), 13 of 240 quoting ones (5.4 %; 11 by the phrase rules) and 14 of 240 honest ones (5.8 %; 13 by the phrase rules): denying and quoting together 5.2 %, just above the 5 % wanted. So neither line holds. Of the set before (t3, by now trained on) 84.2 % of attacks were found at 6.7 % denying, 11.7 % quoting and 9.2 % honest twins flagged, by earlier phrase rules, weights and thresholds; the thresholds of Chinese, Japanese and English are higher since, and the sets are not equally hard, so the two do not tell which version is better. Of another set (t9), not trained on and not kept here, scored once with the same model before, 75.0 % of attacks were found and 1.3 % of denying, 4.6 % of quoting and 2.5 % of honest twins flagged. `npm test` holds what was measured.',
    `The first two wordings were written by the author of the rules before these were read. What the rules found then, without any change: ${first['first wording']} of the first wording and ${first['held out']} of the second. The rules were then made better on the first; of the second only totals were looked at, but the same person wrote both within the hour: it was held out from the measurements, not from memory. The stranger, an independent writer, was left alone until there were better measures: then the phrase rules alone found 7.9 % of those attacks, with the first text model 65.0 %, and 19.8 % of their twins were flagged; of a seventh writer of single sentences 56.9 % were found and 2.9 % of the twins flagged. By now the text model is trained on both, and the rows of the stranger only say that they were learned. First wording, denied and quoted are also among what it was trained on; held out is not.`,
    '## The text model on writers it had not read',
    `SEC-04 judges by a text model (docs/decisions). It is trained on seven writers of single sentences (w1 to w7, each 480 attacks, 480 harmless twins and 240 plain sentences in six languages), the stranger, six writers of payload templates (t2 to t6 and t8, each like the blind ones; t3 was the blind set before, and t8 is in English, German and Chinese only), a small set of ours with an attack beside its twin, and the tool texts of the published servers of docs/corpus.md. \`npm run train-text-model\` leaves out one set of templates after the other, and two at a time of the other sets, trains on the rest, and counts what the model alone finds of the set left out. The threshold of each language is the higher of two scores: the one above which model and phrase rules together flag 4 % of the denying and quoting twins of templates left out, and the one that 2 % of the servers exceed when each is judged by a model not trained on it. It was chosen from the same figures, so they are a little too good; the features and the list of concepts were chosen with all these writers in view.`,
    learnedTable(),
    `Of ${measured} published servers ${flagged} are flagged by a model that was not trained on their texts; the model that is delivered was trained on all of them, so docs/corpus.md shows fewer. English suffers most, because there the published servers set the threshold; published texts in the other languages are too few to say how often real ones are flagged. A text without a finding is not thereby safe.`,
  ]
}
