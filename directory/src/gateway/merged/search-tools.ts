import { termsOf, wordsOfName } from '../../catalogue/index.ts'
import { isObject, type JsonObject } from '../message.ts'
import { toolOf } from '../read-list.ts'
import { writeOffered, type MergedList, type Offered } from './merge-lists.ts'
import { prefixOf } from './tool-names.ts'

export interface ToolQuery {
  readonly text: string
  /** A prefix of tool names; undefined for all. */
  readonly connector: string | undefined
  readonly limit: number
}

/** Best first; what has nothing of the query is no hit. Without words, the tools in their order. */
export function searchTools(tools: readonly Offered[], { text, connector, limit }: ToolQuery) {
  const candidates = tools.filter(
    ({ endpoint: { slug } }) => connector === undefined || connector === slug || connector === prefixOf(slug),
  )
  const terms = termsOf(text).map(({ whole }) => whole)
  if (terms.length === 0)
    return { hits: candidates.slice(0, limit), more: Math.max(0, candidates.length - limit) }
  const scored = candidates
    .map((tool) => ({ tool, score: scoreOf(tool, terms) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
  return { hits: scored.slice(0, limit).map(({ tool }) => tool), more: Math.max(0, scored.length - limit) }
}

/** A word in the name says more than one in the title, and that more than one in the description. */
function scoreOf({ endpoint, item }: Offered, terms: readonly string[]): number {
  const { title, description, annotations } = toolOf(item)
  const fields = [
    { weight: 8, words: wordsOfName(item.name) },
    { weight: 5, words: wordsIn(title, isObject(annotations) ? annotations['title'] : undefined) },
    { weight: 4, words: wordsIn(endpoint.slug, endpoint.name) },
    { weight: 2, words: wordsIn(description) },
  ]
  const scores = terms.map((term) =>
    Math.max(0, ...fields.map(({ weight, words }) => weight * closeness(term, words))),
  )
  // A tool that has all of the words comes before one that has a single one in its name.
  const found = scores.filter((score) => score > 0).length
  return scores.reduce((sum, score) => sum + score, 0) * found
}

/** 1 for the word itself, half for another form of it. */
function closeness(term: string, words: readonly string[]): number {
  if (words.includes(term)) return 1
  const stem = term.slice(0, Math.max(4, term.length - 3))
  return term.length >= 4 && words.some((word) => word.startsWith(stem)) ? 0.5 : 0
}

function wordsIn(...texts: readonly unknown[]): readonly string[] {
  return texts.flatMap((text) => (typeof text === 'string' ? wordsOfName(text.slice(0, 4_000)) : []))
}

const askForOne = 'There is no room for the rest of it. Search for its name with limit 1.'
const tooLong = 'It describes itself at too great length to be shown here.'

/**
 * The result of a search as text: whole tools while they fit, then only their names.
 * @param mostBytes of the whole
 */
export function writeFound(
  { leftOut }: Pick<MergedList, 'leftOut'>,
  { hits, more }: ReturnType<typeof searchTools>,
  mostBytes: number,
): JsonObject {
  let room = mostBytes - 2_000 - Buffer.byteLength(JSON.stringify(leftOut))
  const tools = hits.map((hit) => {
    const written = writeOffered(hit)
    room -= Buffer.byteLength(written)
    if (room > 0) return JSON.parse(written) as JsonObject
    return { name: hit.name, note: hits.length > 1 ? askForOne : tooLong }
  })
  const found = {
    tools,
    ...(more > 0 && { more: `${more} more tools match. Use other words, or a connector.` }),
    ...(leftOut.length > 0 && { leftOut }),
  }
  return { content: [{ type: 'text', text: JSON.stringify(found) }] }
}
