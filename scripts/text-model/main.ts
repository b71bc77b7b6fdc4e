// npm run train-text-model: learns the weights of SEC-04, and measures them on writers and servers left out.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Tongue, tongues } from '../../packages/checker/src/text/model/language.ts'
import { kinds, type SpokenKind } from '../../packages/checker/src/text/model/model.ts'
import { type Example, type Fitted, fit, fitKinds, quantized, scored } from './fit.ts'
import { fingerprint } from './fingerprint.ts'
import {
  earlier,
  published,
  type PublishedSentence,
  type Seen,
  seen,
  seenIn,
  writers,
  type Written,
} from './sentences.ts'

/** Servers that other text rules flag already: another flag changes nothing for them. */
const flaggedAnyway = ['@mapbox+mcp-server@', '@shopify+dev-mcp@', 'mcp-shrimp-task-manager@']
const twinsFlagged = 0.04
const root = join(import.meta.dirname, '..', '..')
type ByTongue = Record<Tongue, number>

interface Row extends Written {
  readonly whole: Seen
  readonly parts: readonly Seen[]
}
interface Scored extends Row {
  readonly score: number
  /** The least score of an attack at which no server left out is flagged. */
  readonly floor: ByTongue
}

const began = performance.now()
const say = (line: string) =>
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0)} s: ${line}\n`)
const rows = writers().map((one) => read(one))
const others = earlier().map((one) => read(one))
const servers = published(join(root, '.corpus'))
say(`${rows.length} sentences of writers, ${others.length} earlier ones, ${servers.length} of servers`)

/** Ours, with every attack beside its twin, is always trained on and never measured. */
const strangers = [...new Set(rows.map(({ writer }) => writer))].filter((writer) => writer !== 'pairs')
const left = strangers.flatMap((writer) => {
  const fitted = fit([...examplesOf(rows.filter((row) => row.writer !== writer)), ...always()])
  const floor = floorOf(fitted, 'untrained')
  say(`without ${writer}`)
  return rows
    .filter((row) => row.writer === writer)
    .map((row): Scored => ({ ...row, score: best(row.parts, fitted), floor }))
})
const twinFloor = eachTongue((tongue) =>
  quantile(
    left.filter(({ lang, label }) => lang === tongue && label !== 'attack').map(({ score }) => score),
    (twinsFlagged * 2) / 3,
  ),
)
const isFound = ({ score, floor, lang }: Scored) => score > Math.max(floor[lang], twinFloor[lang])
report()
writeWeights()

function read(one: Written): Row {
  return { ...one, whole: seen(one.text), parts: seenIn(one.text) }
}

function examplesOf(chosen: readonly Row[]): Example[] {
  return chosen.flatMap((row) => {
    const attack = row.label === 'attack'
    const weight = row.label === 'twin' ? 1.5 : 1
    const titled = seen(`Returns one ${row.text}`)
    return [
      { features: row.whole.features, attack, weight },
      { features: titled.features, attack, weight: weight / 4 },
      ...(attack ? [] : row.parts.map(({ features }) => ({ features, attack, weight: 0.5 }))),
    ]
  })
}

function always(): Example[] {
  return [
    ...examplesOf(others),
    ...servers
      .filter(({ trained }) => trained)
      .map(({ features }) => ({ features, attack: false, weight: 1 })),
  ]
}

function best(parts: readonly Seen[], { weights, bias }: Fitted): number {
  return Math.max(-99, ...parts.map(({ features }) => scored(features, weights, bias)))
}

/** The highest score of a sentence of a server, by language; of servers that no rule flags. */
function floorOf(fitted: Fitted, which: 'untrained' | 'all', tell = false): ByTongue {
  const top: { score: number; one: PublishedSentence }[] = []
  const floor = eachTongue(() => -99)
  for (const one of servers) {
    if (which === 'untrained' && one.trained) continue
    if (one.servers.every((server) => flaggedAnyway.some((known) => server.startsWith(known)))) continue
    const score = scored(one.features, fitted.weights, fitted.bias)
    floor[one.tongue] = Math.max(floor[one.tongue], score)
    if (tell) top.push({ score, one })
  }
  for (const { score, one } of top.toSorted((a, b) => b.score - a.score).slice(0, tell ? 14 : 0)) {
    say(`  ${score.toFixed(2)} ${one.tongue} ${one.trained} ${one.servers[0]}: ${one.text.slice(0, 150)}`)
  }
  return floor
}

function eachTongue(value: (tongue: Tongue) => number): ByTongue {
  return Object.fromEntries(tongues.map((tongue) => [tongue, value(tongue)])) as ByTongue
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => b - a)
  return sorted[Math.floor(sorted.length * share)] ?? 0
}

function share(chosen: readonly Scored[]): string {
  return ((100 * chosen.filter((one) => isFound(one)).length) / Math.max(1, chosen.length)).toFixed(1)
}

function report(): void {
  const found = left.filter(({ label }) => label === 'attack')
  const twins = left.filter(({ label }) => label === 'twin')
  const by = <Key extends string>(key: (one: Scored) => Key | undefined, all: readonly Key[]) =>
    Object.fromEntries(
      all.map((value) => [
        value,
        {
          found: share(found.filter((one) => key(one) === value)),
          twins: share(twins.filter((one) => key(one) === value)),
        },
      ]),
    )
  const measured = {
    all: {
      found: share(found),
      twins: share(twins),
      plain: share(left.filter(({ label }) => label === 'plain')),
    },
    writers: by((one) => one.writer, strangers),
    languages: by((one) => one.lang, tongues),
    kinds: by((one) => one.kind, kinds),
  }
  writeFileSync(join(import.meta.dirname, 'measured.json'), `${JSON.stringify(measured, null, 2)}\n`)
  for (const [name, value] of Object.entries(measured)) say(`${name} ${JSON.stringify(value)}`)
  say(
    `twin floor ${JSON.stringify(twinFloor)} corpus floor of the last ${JSON.stringify(left.at(-1)?.floor)}`,
  )
}

function writeWeights(): void {
  const fitted = fit([...examplesOf(rows), ...always()])
  const { scale, bytes } = quantized(fitted.weights)
  const rounded = { bias: fitted.bias, weights: Float64Array.from(bytes, (one) => one * scale) }
  const floor = floorOf(rounded, 'all', true)
  const thresholds = eachTongue((tongue) => rounding(Math.max(floor[tongue] + 0.02, twinFloor[tongue])))
  const kindExamples = rows.flatMap(({ whole, kind, label }) =>
    label === 'attack' && kind !== undefined ? [{ features: whole.features, kind: kind as SpokenKind }] : [],
  )
  const kindWeights = quantized(fitKinds(kindExamples))
  const lines = (text: Int8Array) => Buffer.from(text.buffer, text.byteOffset, text.length).toString('base64')
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
      `  bias: ${rounding(fitted.bias)},`,
      `  scale: ${scale},`,
      `  thresholds: { ${tongues.map((tongue) => `${tongue}: ${thresholds[tongue]}`).join(', ')} },`,
      `  weights:\n    '${lines(bytes)}',`,
      `  kindWeights:\n    '${lines(kindWeights.bytes)}',`,
      '})',
    ].join('\n')}\n`,
  )
  say(`thresholds ${JSON.stringify(thresholds)}; corpus floor ${JSON.stringify(floor)}`)
}

function rounding(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
