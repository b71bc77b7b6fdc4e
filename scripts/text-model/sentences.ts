// Where the training sentences come from. A published server's texts are read from the cache of "npm run corpus".
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { featuresOf, type Features } from '../../packages/checker/src/text/model/features.ts'
import { type Tongue, tongueOf, tongues } from '../../packages/checker/src/text/model/language.ts'
import { kinds, type SpokenKind } from '../../packages/checker/src/text/model/model.ts'
import { spansOf } from '../../packages/checker/src/text/model/sentences.ts'
import { readingOf } from '../../packages/checker/src/text/model/reading.ts'
import { plainOf } from '../../packages/checker/src/text/plain.ts'
import { payloads, twins } from '../../packages/checker/test/attacks/payloads.ts'
import * as de from '../../packages/checker/test/attacks/threats/de.ts'
import * as en from '../../packages/checker/test/attacks/threats/en.ts'
import * as es from '../../packages/checker/test/attacks/threats/es.ts'
import * as fr from '../../packages/checker/test/attacks/threats/fr.ts'
import * as ja from '../../packages/checker/test/attacks/threats/ja.ts'
import { strangers } from '../../packages/checker/test/attacks/threats/stranger/all.ts'
import * as zh from '../../packages/checker/test/attacks/threats/zh.ts'
import { harmless } from '../../packages/checker/test/attacks/tools.ts'
import { packagesTexts } from './packages.ts'

export type Label = 'attack' | 'twin' | 'plain'
/** How a twin of a template differs from its attack; those of other writers are not told apart. */
export const twinKinds = ['negated', 'quoted', 'honest'] as const
export type TwinKind = (typeof twinKinds)[number]

/** What one writer wrote; `kind` is undefined where nobody said. */
export interface Written {
  readonly writer: string
  readonly label: Label
  readonly twin?: TwinKind
  readonly kind: SpokenKind | undefined
  readonly lang: Tongue
  readonly text: string
}

/** One or two sentences as the model sees them. */
export interface Seen {
  readonly tongue: Tongue
  readonly features: Features
}

export interface PublishedSentence extends Seen {
  readonly servers: readonly string[]
  readonly text: string
}

const data = join(import.meta.dirname, 'data')
const files = readdirSync(data)
  .filter((name) => name.endsWith('.jsonl'))
  .toSorted()

/** The independent writers: a file each, and the stranger whose sentences are planted by the attack tests. */
export function writers(): Written[] {
  const stranger = tongues.flatMap((lang) =>
    strangers[lang].flatMap(([, attack, twin]) => [
      written('stranger', { label: 'attack', lang, text: attack }),
      written('stranger', { label: 'twin', lang, text: twin }),
    ]),
  )
  const filed = files.flatMap((name) =>
    readFileSync(join(data, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => written(name.replace('.jsonl', ''), JSON.parse(line))),
  )
  return [...filed, ...stranger]
}

function written(writer: string, row: Record<string, unknown>): Written {
  const { label, kind, lang, text } = row
  const twin = twinKinds.find((one) => one === label)
  return {
    writer,
    ...(twin ? { label: 'twin', twin } : { label: label as Label }),
    kind: kinds.find((one) => one === kind),
    lang: tongues.find((one) => one === lang) ?? 'en',
    text: String(text),
  }
}

/** The sentences on which the phrase rules were made, with their denials and quotations; never those held out. */
export function earlier(): Written[] {
  const own = { en, de, es, fr, zh, ja }
  const of = (label: Label, lang: Tongue, text: string): Written => ({
    writer: 'earlier',
    label,
    kind: undefined,
    lang,
    text,
  })
  return [
    ...tongues.flatMap((lang) => {
      const { threats, denials, quoting } = own[lang]
      const texts = Object.values(threats)
      return [
        ...texts.map((text) => of('attack', lang, text)),
        ...denials.map((text) => of('twin', lang, text)),
        ...texts.map((text) => of('twin', lang, quoting(text))),
      ]
    }),
    ...payloads.map(({ tongue, text }) => of('attack', tongue, text)),
    ...twins.map(({ tongue, text }) => of('twin', tongue, text)),
    ...harmless.map((tool) => of('plain', 'en', String(tool['description']))),
  ]
}

/** The text as a whole, as it is learned. */
export function seen(text: string): Seen {
  const reading = readingOf(plainOf(text.slice(0, 600)))
  return { tongue: tongueOf(reading.tokens), features: featuresOf(reading) }
}

/** The text in sentences, as it is judged. */
export function seenIn(text: string): (Seen & { text: string })[] {
  const plain = plainOf(text)
  return spansOf(plain).flatMap(({ from, to }) => {
    const part = plain.text.slice(from, to)
    const reading = readingOf(plain, from, to)
    return reading.tokens.length < 5
      ? []
      : [{ tongue: tongueOf(reading.tokens), features: featuresOf(reading), text: part.trim() }]
  })
}

/** Every sentence of published packages, once. */
export function published(cache: string, wanted: readonly string[]): PublishedSentence[] {
  const sentences = new Map<string, Seen & { servers: Set<string> }>()
  for (const { server, texts } of packagesTexts(cache, wanted)) {
    for (const text of texts) {
      for (const sentence of seenIn(text)) {
        const known = sentences.get(sentence.text)
        if (known) known.servers.add(server)
        else sentences.set(sentence.text, { ...sentence, servers: new Set([server]) })
      }
    }
  }
  return [...sentences].map(([text, { servers, ...rest }]) => ({ ...rest, text, servers: [...servers] }))
}

/** In which of so many parts a server is: by a hash of its name. */
export function partOf(server: string, parts: number): number {
  return (createHash('sha256').update(server).digest()[0] ?? 0) % parts
}
