// Where the training sentences come from. A published server's texts are read from the cache of "npm run corpus".
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { featuresOf, type Features } from '../../packages/checker/src/text/model/features.ts'
import { type Tongue, tongueOf, tongues } from '../../packages/checker/src/text/model/language.ts'
import { kinds, type SpokenKind } from '../../packages/checker/src/text/model/model.ts'
import { spansOf } from '../../packages/checker/src/text/model/sentences.ts'
import { tokensOf } from '../../packages/checker/src/text/model/tokens.ts'
import { plainOf } from '../../packages/checker/src/text/plain.ts'
import { speakers } from '../../packages/checker/src/text/tool-texts.ts'
import { payloads, twins } from '../../packages/checker/test/attacks/payloads.ts'
import * as de from '../../packages/checker/test/attacks/threats/de.ts'
import * as en from '../../packages/checker/test/attacks/threats/en.ts'
import * as es from '../../packages/checker/test/attacks/threats/es.ts'
import * as fr from '../../packages/checker/test/attacks/threats/fr.ts'
import * as ja from '../../packages/checker/test/attacks/threats/ja.ts'
import * as zh from '../../packages/checker/test/attacks/threats/zh.ts'
import { harmless } from '../../packages/checker/test/attacks/tools.ts'

export type Label = 'attack' | 'twin' | 'plain'

/** What one writer wrote; `kind` is undefined where nobody said. */
export interface Written {
  readonly writer: string
  readonly label: Label
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
  /** True when one of its servers is in the half that is trained on. */
  readonly trained: boolean
  readonly text: string
}

const data = join(import.meta.dirname, 'data')
const files = readdirSync(data)
  .filter((name) => name.endsWith('.jsonl'))
  .toSorted()

/** The independent writers, a file each. */
export function writers(): Written[] {
  return files.flatMap((name) =>
    readFileSync(join(data, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => written(name.replace('.jsonl', ''), JSON.parse(line))),
  )
}

function written(writer: string, row: Record<string, unknown>): Written {
  const { label, kind, lang, text } = row
  return {
    writer,
    label: label as Label,
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
  const tokens = tokensOf(plainOf(text).text.slice(0, 600))
  return { tongue: tongueOf(tokens), features: featuresOf(tokens) }
}

/** The text in sentences, as it is judged. */
export function seenIn(text: string): (Seen & { text: string })[] {
  const plain = plainOf(text)
  return spansOf(plain).flatMap(({ from, to }) => {
    const part = plain.text.slice(from, to)
    const tokens = tokensOf(part)
    return tokens.length < 5
      ? []
      : [{ tongue: tongueOf(tokens), features: featuresOf(tokens), text: part.trim() }]
  })
}

/** Every sentence of the published servers in the cache, once. Half of the servers, by a hash of the name, is trained on. */
export function published(cache: string): PublishedSentence[] {
  const lists = join(cache, 'lists')
  if (!existsSync(lists))
    throw new Error('There is no cache of published servers: run "npm run corpus" first.')
  const places = new Map<string, Set<string>>()
  for (const name of readdirSync(lists).toSorted()) {
    const server = name.replace('.json', '')
    for (const text of textsOf(JSON.parse(readFileSync(join(lists, name), 'utf8')))) {
      const servers = places.get(text) ?? new Set()
      places.set(text, servers.add(server))
    }
  }
  const sentences = new Map<string, Seen & { servers: Set<string> }>()
  for (const [text, servers] of places) {
    for (const sentence of seenIn(text)) {
      const known = sentences.get(sentence.text)
      if (known) for (const server of servers) known.servers.add(server)
      else sentences.set(sentence.text, { ...sentence, servers: new Set(servers) })
    }
  }
  return [...sentences].map(([text, { servers, ...rest }]) => ({
    ...rest,
    text,
    servers: [...servers],
    trained: [...servers].some((server) => isTrained(server)),
  }))
}

function isTrained(server: string): boolean {
  return ((createHash('sha256').update(`${server}.json`).digest()[0] ?? 0) & 1) === 0
}

function* textsOf(stored: Record<string, unknown>): Generator<string> {
  if ('failed' in stored) return
  const all = (pages: unknown, key: string) =>
    (pages as Record<string, unknown[]>[]).flatMap((page) => page[key] ?? [])
  const tools = all(stored['tools'], 'tools').map((raw, index) => ({ page: 1, index, raw }))
  const { instructions } = stored['initialize'] as { instructions?: string }
  const prompts = all(stored['prompts'], 'prompts')
  const facts = { list: tools, ...(instructions ? { instructions } : {}), prompts }
  for (const { texts } of speakers(facts as Parameters<typeof speakers>[0])) {
    for (const { kind, text } of texts.places) if (kind === 'sentence') yield text
  }
}
