import { readFileSync } from 'node:fs'
import type { ToolFacts } from '../../src/evidence/facts.ts'
import { ruleById } from '../../src/rules.ts'
import { hidings } from './payloads.ts'
import * as de from './threats/de.ts'
import * as en from './threats/en.ts'
import * as es from './threats/es.ts'
import * as fr from './threats/fr.ts'
import * as ja from './threats/ja.ts'
import { strangers } from './threats/stranger/all.ts'
import { unseen } from './threats/unseen.ts'
import * as zh from './threats/zh.ts'
import { harmless, places, planted } from './tools.ts'

/** Rules that read texts for what they say or hide. */
export const textRules = 'TOOL-17 TOOL-18 TOOL-19 TOOL-20 TOOL-21 DATA-01 DATA-02 SEC-01 SEC-02 SEC-04'.split(
  ' ',
)
const tongues = { en, de, es, fr, zh, ja }
export const languages = ['en', 'de', 'es', 'fr', 'zh', 'ja'] as const

/** Sentences to plant. `attack` says whether they are to be found. */
export interface Kind {
  readonly name: string
  readonly attack: boolean
  readonly changes: readonly ((shown: string) => string)[]
}

const behind = (text: string) => (shown: string) => `${shown} ${text}`
const behindAll = (texts: readonly string[]) => texts.map((text) => behind(text))

/**
 * What is measured: threats that rules may be made better on, threats held out, twins, hidden characters, and threats
 * and twins in the words of a stranger.
 */
export const kinds: readonly Kind[] = [
  ...languages.flatMap((language): Kind[] => {
    const { threats, denials, quoting } = tongues[language]
    const texts = Object.values(threats)
    return [
      { name: `first wording ${language}`, attack: true, changes: behindAll(texts) },
      { name: `held out ${language}`, attack: true, changes: behindAll(unseen[language]) },
      { name: `denied ${language}`, attack: false, changes: behindAll(denials) },
      { name: `quoted ${language}`, attack: false, changes: behindAll(texts.map((text) => quoting(text))) },
      {
        name: `stranger ${language}`,
        attack: true,
        changes: behindAll(strangers[language].map(([, text]) => text)),
      },
      {
        name: `twins of the stranger ${language}`,
        attack: false,
        changes: behindAll(strangers[language].map(([, , twin]) => twin)),
      },
    ]
  }),
  { name: 'hidden characters', attack: true, changes: hidings },
]

/** What a template's sentence is: an attack, or harmless in one of three ways. */
export const labels = ['attack', 'negated', 'quoted', 'honest'] as const
export type Label = (typeof labels)[number]

/** Of forty payload templates in six languages, each with three harmless twins, by a writer who knew nothing of ours. */
export interface TemplateLine {
  readonly label: Label
  readonly lang: (typeof languages)[number]
  readonly kind: string
  readonly text: string
}

/** Writers of forty templates each, whom nobody had read when what learns from others was made: a file each. */
export const templateWriters = ['first', 'second', 'third', 'fourth'] as const

export function templateLines(
  writers: readonly (typeof templateWriters)[number][] = templateWriters,
): readonly TemplateLine[] {
  return writers.flatMap((writer) => {
    const file = new URL(`writers/${writer}.jsonl`, import.meta.url)
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    return lines.map((line): TemplateLine => JSON.parse(line))
  })
}

export function templateKinds(): readonly Kind[] {
  const lines = templateLines()
  return labels.flatMap((label) =>
    languages.map((language) => ({
      name: `template ${label} ${language}`,
      attack: label === 'attack',
      changes: behindAll(
        lines.filter((line) => line.label === label && line.lang === language).map(({ text }) => text),
      ),
    })),
  )
}

/** What of a writer's templates is flagged at the end of one description, from 0 to 1. */
export function templatesFlagged(writer: (typeof templateWriters)[number]): Readonly<Record<Label, number>> {
  const lines = templateLines([writer])
  const of = (label: Label) => {
    const some = lines.filter((line) => line.label === label)
    return some.filter(({ text }) => raised(described(text)) !== undefined).length / some.length
  }
  return { attack: of('attack'), negated: of('negated'), quoted: of('quoted'), honest: of('honest') }
}

function described(text: string): ToolFacts {
  const description = `Finds books of the library by words of the title. ${text}`
  return { list: [{ page: 1, index: 1, raw: { name: 'find_books', title: 'Find books', description } }] }
}

export interface Share {
  readonly attempts: number
  readonly flagged: number
  /** What went wrong: a sentence with its place and, where it was flagged, the rule. */
  readonly wrong: readonly string[]
}

/** Plants every sentence in `spots` places and tools that the generator picks. */
export function attackSample(kind: Kind, spots: number): Share {
  const pick = seeded(20_261_121)
  return plant(kind, () =>
    Array.from({ length: spots }, () => ({
      tool: harmless[pick(harmless.length)] ?? {},
      path: places[pick(places.length)] ?? [],
    })),
  )
}

/** Plants every sentence in every tool, or in every so many; the places take turns. */
export function attackEverywhere(kind: Kind, every = 1): Share {
  return plant(kind, (sentence) =>
    harmless.flatMap((tool, index) =>
      index % every === sentence % every
        ? [{ tool, path: places[(Math.floor(index / every) + sentence) % places.length] ?? [] }]
        : [],
    ),
  )
}

function plant(
  kind: Kind,
  spots: (sentence: number) => readonly { tool: Record<string, unknown>; path: readonly string[] }[],
): Share {
  const wrong = new Set<string>()
  let [attempts, flagged] = [0, 0]
  for (const [sentence, change] of kind.changes.entries()) {
    for (const { tool, path } of spots(sentence)) {
      const found = raised(planted(tool, 't', path, change))
      attempts += 1
      if (found !== undefined) flagged += 1
      if ((found !== undefined) !== kind.attack)
        wrong.add(`${change('').trim()} in ${path.join('/')}: ${found}`)
    }
  }
  return { attempts, flagged, wrong: [...wrong] }
}

/** The first rule and signal that a text rule raises. */
export function raised(tools: ToolFacts): string | undefined {
  for (const id of textRules) {
    for (const draft of ruleById(id)?.check({ tools }) ?? []) {
      if ('case' in draft) return `${id} ${draft.signal} ${JSON.stringify(draft.excerpt)}`
    }
  }
  return undefined
}

/** The same numbers in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * below)
  }
}
