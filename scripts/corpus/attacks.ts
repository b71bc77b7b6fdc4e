// npm run corpus -- --attacks: every sentence of the generated attacks in every harmless tool, written to docs/attacks.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  attackEverywhere,
  kinds,
  type Label,
  languages,
  type Share,
  templateKinds,
  templatesFlagged,
  templateWriters,
} from '../../packages/checker/test/attacks/attack.ts'
import { harmless, places } from '../../packages/checker/test/attacks/tools.ts'

const goals = {
  'template attack': 85,
  'template negated or quoted': 5,
  'template negated': undefined,
  'template quoted': undefined,
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
const twinGroups = ['template negated', 'template quoted']
/** Our own goal, beyond what is promised: the page says that it is missed, and the command ends well. */
const hoped: readonly string[] = ['template honest']
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

/** What was tried with the model of eleven writers of templates, on writers left out. */
const triedSince = [
  '## Tried before there were more writers, and not taken',
  'Measured as in the table above, with the writers t2 to t13 and thresholds at 4 % of the twins: of the writers left out, attacks found and denying, quoting and honest twins flagged. "Today" is the model of then: it has 75.2, 4.2, 3.5 and 4.2 % with 8 of the 254 packages flagged unread; thresholds that only ask for few denying and quoting twins give it 76.1 %, and some trials were compared with that.',
  [
    '- Classes of English words, made of published word vectors (13,451 of the 29,658 words in Latin letters had one), each class and two of them within three words as further features: 75.0 % found with 400 classes, 74.1 with 100.',
    '- The sentence of each attack that a first model finds most striking as one more example: 75.5 %. Leaving features out at random while learning: 75.5 and 76.0 where 76.1 was without. Denying twins weighing 2.5, quoting 2 and honest 1: 76.6 where 76.1 was.',
    '- 51 more templates in English, Chinese and Japanese, written by the one who made these trials and had read errors of the model on writers left out: 75.2 %, no more than before.',
    "- Two judges that both must say so, one that knows attacks from harmless texts, published ones most of all, and one that knows attacks from what denies, forbids or quotes them, with a pair of thresholds for each language that flags at most 4 % of denying and quoting, 6 % of honest twins and 3 % of packages unread: 78.3 % found, 3.5 % denying, 4.1 % quoting, 5.0 % honest twins, 8 packages. With each writer's thresholds set without that writer: 77.5, 3.7, 4.2 and 5.6 %. Of the blind set, whose totals were looked at for this a fourth time, 198 of 240 attacks (82.5 %), 21 denying, 18 quoting and 19 honest twins, where today's model has 188, 24, 14 and 16. When each language has to keep to the twins that the model of today flags there, two judges find 74.1 % and one finds 72.9 %: most of what they find more is paid with honest and quoting twins. Thresholds sought over all languages at once that keep each of the four counts at what they are today give two judges 76.2 %, 77.1 at best with a mixture of three, and one judge 74.9: two of a hundred at no price, before what such a search gains by chance. It is not better at every count, so it was not taken.",
    '- The second judge alone finds 83.9 % of the attacks left out where 4.0 % of denying and quoting twins are flagged, and with them 14.1 % of the honest ones and a text in 140 of 254 packages. What the issue asks of attacks and twins is near; what a reviewer can bear is not.',
    "- Vectors of a pretrained encoder. One package was found that holds fitting weights itself: an encoder of English sentences (two layers, 512 numbers for a sentence, 28 MB, Apache-2.0); none that knows several languages. On its vectors a linear judge finds 32 % of the English attacks left out and a small network 34, where the model of today finds 65; added to the model's score, 65.5 at best. The encoder was left as it is, not trained further.",
    '- What follows was tried in a second implementation, in which the model of today has 75.2, 4.1, 3.9 and 3.8 % with 9 packages. Each attack has to weigh more than each of its own twins, beside the loss of today: 75.8, 4.2, 3.7 and 4.3. With that, how each clause begins and ends: 77.1, 4.1, 3.5 and 4.7. With pairs of concepts apart for clauses that deny and that do not: 74.6, 4.1, 3.8 and 4.3; with that and what stands before and behind a denial: 75.3, 3.9, 3.9 and 4.3; with all of it and pairs inside quotations: 76.9, 3.9, 3.9 and 4.3. All with 9 packages; what more is found is paid with honest twins.',
    '- Phrases of TOOL-17 to TOOL-19 that count only where the model does not think their sentence harmless (log odds above -1): 76.6, 4.5, 3.3 and 3.2 % with the model of today, 78.1, 4.6, 3.1 and 3.7 with pairs of attack and twin, 80.0, 4.4, 3.3 and 4.0 with the mean of two models, of which one knows the clauses; 78.0, 3.8, 3.1 and 3.6 when denying and quoting twins have to keep to 4 % each. Written into the checker, this last one came to 75.5, 3.7, 3.0 and 3.3 % with 9 packages where 8 are today, in the measure of the table: most of the gain did not come again. And the test of the first wordings and of those held out, of which 97.7 % are found today, failed in five languages (Japanese: 84.7 % of those held out): short plain orders are what phrases know and the model does not. Only from log odds of -5 on none of these is lost with the model of today, and then 7 quoting and 4 honest twins of 2,520 each are spared for one attack. The test of the blind set ran over that version, a fifth look at its totals: 17 honest twins where 16 are allowed, the other three counts within theirs.',
    '- The same by a second judge that knows only attacks and their twins: at log odds of -4 no sentence held out is lost, and 75.8, 4.4, 3.5 and 3.5 % come out.',
    "- Thresholds of each writer set without that writer: 74.8, 4.1, 3.9 and 3.8 %, hardly other than with all. That the blind set's denials are flagged more often comes rather from that writer's way to deny (of t10 8.8 % are) than from the choice of thresholds.",
  ].join('\n'),
  "Not tried for want of time: a small network (one that reads word by word was begun; ten minutes did not train it once), the sentence beside its tool's own description. Words that no writer had used cannot be known from so few, and a list of classes from elsewhere did not help. Many more writers did: of t2 to t13, each pair left out, 60.5 % of the attacks are found by what one other writer of templates teaches, 64.0 by two, 68.4 by four, 74.9 by eight, 75.1 by all of them and 81.9 with fifteen of the new ones (4 % of the denying and quoting twins flagged each time). Those who were asked for attacks that are hardly seen as such taught little about plain ones, and less when they counted in full.",
].join('\n\n')

/** What is flagged of each writer's templates, and of all. */
function templateTable(): string {
  const each = templateWriters.map((writer) => ({ writer, flagged: templatesFlagged(writer) }))
  const row = (name: string, some: readonly (typeof each)[number][]) => {
    const of = (label: Label) => some.reduce((sum, { flagged }) => sum + flagged[label], 0) / some.length
    const both = (of('negated') + of('quoted')) / 2
    const cells = [of('attack'), of('negated'), of('quoted'), both, of('honest')]
    return `| ${name} | ${cells.map((value) => shown(100 * value)).join(' | ')} |`
  }
  return [
    '| Writer | attacks found | denying twins flagged | quoting | both | honest |',
    '|---|---|---|---|---|---|',
    ...each.map((one) => row(one.writer, [one])),
    row('all four', each),
    '| wanted | at least 85 % | | | at most 5 % | |',
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
    const parts = group === 'template negated or quoted' ? twinGroups : [group]
    const names = (language: string) => parts.map((part) => `${part} ${language}`)
    const each = languages.map((language) => percent(names(language)))
    return { group, each, all: percent(languages.flatMap((language) => names(language))) }
  })
  const hidden = percent(['hidden characters'])
  const attempts = [...shares.values()].reduce((total, share) => total + share.attempts, 0)
  writeFileSync(page, `${pageOf(rows, hidden, attempts, every).join('\n\n')}\n`)
  const problems = rows.flatMap(({ group, all }) => {
    const goal = goals[group]
    if (goal === undefined || hoped.includes(group)) return []
    return (attacks.includes(group) ? all < goal : all > goal) ? [`${group}: ${shown(all)}`] : []
  })
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
        const goal = goals[group]
        const wanted =
          goal === undefined
            ? ''
            : `${attacks.includes(group) ? 'at least' : 'at most'} ${goal} %${hoped.includes(group) ? ' hoped' : ''}`
        return `| ${group} | ${each.map((value) => shown(value)).join(' | ')} | ${shown(all)} | ${wanted} |`
      }),
      `| hidden characters | ${languages.map(() => '').join(' | ')} | ${shown(hidden)} | at least ${goals.hidden} % |`,
    ].join('\n'),
    "**Templates** is the measure that counts: 160 payload templates of four writers, each four of each of ten kinds, in six languages, each with a twin that denies or forbids it, one that quotes it and one that uses the same words for honest work. Each writer was a session of a language model that knew the names of the kinds and nothing else of ours. Nobody has read their sentences, and nothing is trained on them. But totals were looked at: of the first writer in nearly every trial below, and of all four when it was chosen how many twins left out a threshold may let be flagged (2.4 %) and how far off a Chinese or Japanese denial still excuses what was said. The fourth was first counted with the choice before, 2.25 % and no texts of running servers: 87.5 % found, 4.6 % of both twins flagged. That honest texts with an attack's words are flagged in at most 5 % is a goal of ours and missed. This is what is flagged at the end of one description:",
    templateTable(),
    'Until twenty more writers were learned from, 78.3 % of the first writer and 87.9 % of the second were found, and 7.9 and 6.3 % of their denying and quoting twins were flagged. `npm test` holds what was measured.',
    `The first two wordings were written by the author of the rules before these were read. What the rules found then, without any change: ${first['first wording']} of the first wording and ${first['held out']} of the second. The rules were then made better on the first; of the second only totals were looked at, but the same person wrote both within the hour: it was held out from the measurements, not from memory. The stranger, an independent writer, was left alone until there were better measures: then the phrase rules alone found 7.9 % of those attacks, with the first text model 65.0 %, and 19.8 % of their twins were flagged; of a seventh writer of single sentences 56.9 % were found and 2.9 % of the twins flagged. By now the text model is trained on both, and the rows of the stranger only say that they were learned. First wording, denied and quoted are also among what it was trained on; held out is not.`,
    '## The text model on writers it had not read',
    `SEC-04 judges by a text model (docs/decisions). It is trained on seven writers of single sentences (w1 to w7, each 480 attacks, 480 harmless twins and 240 plain sentences in six languages) and the stranger, writers of payload templates (t2 to t8 and t10 to t33, most with 160 to 240 attacks and three twins of each; t3 and t7 were blind sets before, t10 to t13 are mostly of the kinds that were found least; from t14 on every attack is an idea of its own, not a translation, and t14 to t19 were asked for attacks that are hardly seen as such), a small set of ours with an attack beside its twin, and the descriptions in the packages of ${measured} published servers, with what those of them that \`npm run corpus\` could start listed on the wire. Single sentences and the hardly seen count less than the others, and a denial or a quotation more than an attack, which found more of the templates left out. What may stand before a sentence is learned with some: a harmless sentence of a package. \`npm run train-text-model\` leaves out two writers of templates at a time, trains on the rest, and counts what model and phrase rules together find of those left out, at the end of a description. The threshold of each language is the higher of two scores: the one above which they flag 2.4 % of the denying and quoting twins left out, and the one that 3 % of the published packages exceed when each third of them is judged by a model trained on the rest. It was chosen from the same figures, so they are too good. The features and the list of concepts were chosen with the writers to t13 in view.`,
    learnedTable(),
    `When each third of the ${measured} packages is judged by a model trained on the rest, it flags a description in ${flagged} of them (${((100 * flagged) / measured).toFixed(1)} %); a package holds more text than its server's tools. A text without a finding is not thereby safe.`,
    triedSince,
  ]
}
