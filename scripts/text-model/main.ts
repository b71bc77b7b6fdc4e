// npm run train-text-model: learns the weights of SEC-04, and measures them on writers and servers left out.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { type Tongue, tongues } from '../../packages/checker/src/text/model/language.ts'
import { kinds, type SpokenKind } from '../../packages/checker/src/text/model/model.ts'
import { ruleById } from '../../packages/checker/src/rules.ts'
import { textRules } from '../../packages/checker/test/attacks/attack.ts'
import type { CorpusServer } from '../corpus/install.ts'
import { type Example, type Fitted, fit, fitKinds, quantized, scored, Table } from './fit.ts'
import { fingerprint } from './fingerprint.ts'
import {
  earlier,
  partOf,
  published,
  type PublishedSentence,
  type Seen,
  seen,
  seenIn,
  type TwinKind,
  writers,
  type Written,
} from './sentences.ts'

/** Servers that other text rules flag already: another flag changes nothing for them. */
const flaggedAnyway = ['@mapbox/mcp-server@', '@shopify/dev-mcp@', 'mcp-shrimp-task-manager@']
/** Of the denying and quoting twins of templates left out, the model and the phrase rules together may flag so many. */
const twinsFlagged = 0.024
/** Of the packages that a model was not trained on, it alone may flag so many in a language. */
const packagesFlagged = 0.03
/** The other rules that read what a text says. */
const phraseJudges = textRules.filter((id) => !id.startsWith('SEC-'))
const parts = 3
/** How much a published sentence counts, and one of those who wrote single sentences, not templates. */
const publishedWeight = 4
const singleWeight = 0.4
/** Writers who were asked for attacks that are hardly seen as such: as much as they count, they teach the rest best. */
const indirect: readonly string[] = ['t14', 't15', 't16', 't17', 't18', 't19']
const indirectWeight = 0.5
/** How much a harmless text counts beside an attack. */
const harmlessWeight: Readonly<Record<TwinKind | 'other', number>> = {
  negated: 3,
  quoted: 2,
  honest: 1.5,
  other: 1.5,
}
/** What a template stands behind when it is judged, as in the measure of docs/attacks.md. */
const before = 'Finds books of the library by words of the title.'
const root = join(import.meta.dirname, '..', '..')
type ByTongue = Record<Tongue, number>

interface Row extends Written {
  readonly whole: Seen
  /** The sentences as they are judged, at the end of a description. */
  readonly judged: readonly number[]
  readonly examples: readonly Example[]
  readonly byPhrases: boolean
}
interface PublishedItem extends Pick<PublishedSentence, 'servers' | 'text' | 'tongue'> {
  readonly item: number
}
interface Scored extends Row {
  readonly score: number
}
/** The sentence of a server that a model which was not trained on the server finds most striking. */
interface Worst {
  readonly server: string
  readonly tongue: Tongue
  readonly score: number
  readonly text: string
}

const began = performance.now()
const say = (line: string) =>
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0)} s: ${line}\n`)
const table = new Table()
const corpus = JSON.parse(
  readFileSync(join(root, 'scripts', 'corpus', 'servers.json'), 'utf8'),
) as CorpusServer[]
const further = JSON.parse(readFileSync(join(import.meta.dirname, 'packages.json'), 'utf8')) as string[]
const servers = published(join(root, '.corpus'), [
  ...corpus.map(({ package: name, version }) => `${name}@${version}`),
  ...further,
]).map(({ features, ...rest }): PublishedItem => ({ ...rest, item: table.add(features) }))
/** What may stand before a sentence of a writer: it says nothing of whether that is an attack. */
const openings = servers.flatMap(({ text, tongue }) =>
  tongue === 'en' && /^[\w ,'-]{12,60}\.$/.test(text) ? [text] : [],
)
const rows = writers().map((one, at) => read(one, at))
const always = earlier().flatMap((one, at) => read(one, at).examples)
say(`${rows.length} sentences of writers, ${servers.length} of servers`)

/** Ours, with every attack beside its twin, is always trained on and never measured. */
const strangers = [...new Set(rows.map(({ writer }) => writer))].filter((writer) => writer !== 'pairs')
const templates = strangers.filter((writer) => writer.startsWith('t'))
/** Two writers of templates are left out at a time; those of single sentences are only learned from. */
const half = Math.ceil(templates.length / 2)
const folds = templates
  .slice(0, half)
  .map((writer, at) => [writer, ...templates.slice(half + at, half + at + 1)])
const left = folds.flatMap((fold) => {
  const fitted = fitOn(
    rows.filter((row) => !fold.includes(row.writer)),
    servers,
  )
  say(`without ${fold.join(' and ')}`)
  return rows
    .filter((row) => fold.includes(row.writer))
    .map((row): Scored => ({ ...row, score: best(row.judged, fitted) }))
})
const worst = worstOfEach()
const twinFloor = eachTongue((tongue) => {
  const twins = left.filter(({ lang, twin }) => lang === tongue && (twin === 'negated' || twin === 'quoted'))
  const rest = twins.filter(({ byPhrases }) => !byPhrases).map(({ score }) => score)
  const most = Math.floor(twins.length * twinsFlagged) - (twins.length - rest.length)
  return rest.toSorted((one, other) => other - one)[Math.max(0, most)] ?? 0
})
const measuredPackages = new Set(servers.flatMap((one) => one.servers)).size
const serverFloor = eachTongue((tongue) => {
  const most = Math.floor(measuredPackages * packagesFlagged)
  return worst.filter((one) => one.tongue === tongue)[most]?.score ?? -99
})
const limits = eachTongue((tongue) => Math.max(twinFloor[tongue], serverFloor[tongue]))
report()
const delivered = deliveredFit()
writeWeights()

function isFlaggedByPhrases(text: string): boolean {
  const list = [{ page: 1, index: 1, raw: { name: 't', description: `${before} ${text}` } }]
  return phraseJudges.some((id) =>
    [...(ruleById(id)?.check({ tools: { list } }) ?? [])].some((draft) => 'case' in draft),
  )
}

function read(one: Written, at: number): Row {
  const { label, writer, text } = one
  const [whole, sentences] = [seen(text), seenIn(text)]
  const attack = label === 'attack'
  const weight = (label === 'twin' ? harmlessWeight[one.twin ?? 'other'] : 1) * weightOf(writer)
  const example = ({ features }: Seen, counts: number) => ({
    item: table.add(features),
    attack,
    weight: counts,
    source: writer,
  })
  return {
    ...one,
    whole,
    judged: seenIn(`${before} ${text}`).map(({ features }) => table.add(features)),
    examples: [
      example(whole, weight),
      example(seen(`Returns one ${text}`), weight / 4),
      example(seen(`${openings[(at * 7919) % openings.length]} ${text}`), weight / 2),
      ...(attack ? [] : sentences.map((part) => example(part, (weight / 1.5) * 0.5))),
    ],
    byPhrases: isFlaggedByPhrases(text),
  }
}

function weightOf(writer: string): number {
  if (indirect.includes(writer)) return indirectWeight
  return writer.startsWith('t') ? 1 : singleWeight
}

function fitOn(chosen: readonly Row[], shown: readonly PublishedItem[]): Fitted {
  return fit(table, [
    ...chosen.flatMap(({ examples }) => examples),
    ...always,
    ...shown.map(({ item, servers: [source = ''] }) => ({
      item,
      attack: false,
      weight: publishedWeight,
      source,
    })),
  ])
}

function best(items: readonly number[], fitted: Fitted): number {
  return Math.max(-99, ...items.map((item) => scored(table, item, fitted)))
}

/** Each part of the servers judged by a model that was trained on the others; the highest score first. */
function worstOfEach(): Worst[] {
  const found = new Map<string, Worst>()
  for (let part = 0; part < parts; part++) {
    const isLeft = (server: string) => partOf(server, parts) === part
    const fitted = fitOn(
      rows,
      servers.filter((one) => !one.servers.some((server) => isLeft(server))),
    )
    for (const one of servers) {
      for (const server of one.servers.filter((name) => isLeft(name))) {
        keepWorst(found, {
          server,
          tongue: one.tongue,
          score: scored(table, one.item, fitted),
          text: one.text,
        })
      }
    }
    say(`without part ${part} of the servers`)
  }
  return [...found.values()].toSorted((one, other) => other.score - one.score)
}

function keepWorst(found: Map<string, Worst>, one: Worst): void {
  if (isFlaggedAnyway(one.server)) return
  const key = `${one.server} ${one.tongue}`
  if (one.score > (found.get(key)?.score ?? -99)) found.set(key, one)
}

function isFlaggedAnyway(server: string): boolean {
  return flaggedAnyway.some((known) => server.startsWith(known))
}

function eachTongue(value: (tongue: Tongue) => number): ByTongue {
  return Object.fromEntries(tongues.map((tongue) => [tongue, value(tongue)])) as ByTongue
}

function share(chosen: readonly Scored[]): string {
  const flagged = chosen.filter(({ score, lang, byPhrases }) => byPhrases || score > limits[lang])
  return chosen.length === 0 ? '-' : ((100 * flagged.length) / chosen.length).toFixed(1)
}

/** What is found and flagged of some that were left out. */
function measured(chosen: readonly Scored[]): Record<string, string> {
  const twins = chosen.filter(({ label }) => label === 'twin')
  const of = (kind: Written['twin']) => share(twins.filter(({ twin }) => twin === kind))
  return {
    found: share(chosen.filter(({ label }) => label === 'attack')),
    negated: of('negated'),
    quoted: of('quoted'),
    honest: of('honest'),
  }
}

function report(): void {
  const ofTemplates = left.filter(({ writer }) => templates.includes(writer))
  const by = <Key extends string>(
    chosen: readonly Scored[],
    key: (one: Scored) => Key | undefined,
    all: readonly Key[],
  ) => Object.fromEntries(all.map((value) => [value, measured(chosen.filter((one) => key(one) === value))]))
  const flagged = worst.filter(({ score, tongue }) => score > limits[tongue])
  const figures = {
    all: measured(ofTemplates),
    sets: by(left, ({ writer }) => writer, templates),
    languages: by(ofTemplates, ({ lang }) => lang, tongues),
    kinds: by(ofTemplates, ({ kind }) => kind, kinds),
    servers: {
      measured: measuredPackages,
      flagged: new Set(flagged.map(({ server }) => server)).size,
    },
  }
  writeFileSync(join(import.meta.dirname, 'measured.json'), `${JSON.stringify(figures, null, 2)}\n`)
  for (const [name, value] of Object.entries(figures)) say(`${name} ${JSON.stringify(value)}`)
  for (const { score, tongue, server, text } of worst.slice(0, 16))
    say(`  ${score.toFixed(2)} ${tongue} ${server}: ${text.slice(0, 150)}`)
  say(`of twins ${JSON.stringify(twinFloor)} of servers ${JSON.stringify(serverFloor)}`)
}

/** The model of everything, and how it reads when its weights are rounded. */
function deliveredFit() {
  const fitted = fitOn(rows, servers)
  const { scale, bytes } = quantized(fitted.weights)
  const rounded = { bias: fitted.bias, weights: Float32Array.from(bytes, (one) => one * scale) }
  return { bias: fitted.bias, scale, bytes, rounded }
}

function writeWeights(): void {
  const { bias, scale, bytes, rounded } = delivered
  const high = servers
    .map(({ item, tongue, text, servers: [server] }) => ({
      over: scored(table, item, rounded) - limits[tongue],
      tongue,
      text,
      server,
    }))
    .toSorted((one, other) => other.over - one.over)
  for (const { over, tongue, text, server } of high.slice(0, 12))
    say(`trained on: ${over.toFixed(2)} ${tongue} ${server}: ${text.slice(0, 150)}`)
  const kindExamples = rows.flatMap(({ whole, kind, label }) =>
    label === 'attack' && kind !== undefined ? [{ features: whole.features, kind: kind as SpokenKind }] : [],
  )
  const kindWeights = quantized(fitKinds(kindExamples))
  writeFileSync(
    join(root, 'packages', 'checker', 'src', 'text', 'model', 'weights.ts'),
    `${[
      '// Made by "npm run train-text-model"; do not edit.',
      "import { learnedFrom } from './model.ts'",
      '',
      '/** What the weights were made of: `scripts/text-model` says how. */',
      `export const madeOf = '${fingerprint()}'`,
      '',
      'export const learned = learnedFrom({',
      `  bias: ${rounding(bias)},`,
      `  scale: ${scale},`,
      `  thresholds: { ${tongues.map((tongue) => `${tongue}: ${rounding(limits[tongue])}`).join(', ')} },`,
      `  weights:\n    '${packed(bytes)}',`,
      `  kindWeights:\n    '${packed(kindWeights.bytes)}',`,
      '})',
    ].join('\n')}\n`,
  )
  say(`${bytes.filter((byte) => byte !== 0).length} weights`)
}

function packed(bytes: Int8Array): string {
  return deflateRawSync(bytes, { level: 9 }).toString('base64')
}

function rounding(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
