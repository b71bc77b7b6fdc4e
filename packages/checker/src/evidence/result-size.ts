import { isDeepStrictEqual } from 'node:util'
import { estimateTokens } from '@connectory/wire'
import { isObject } from '../raw-tool.ts'
import type { ResultSize } from './call-facts.ts'
import type { Json } from './facts.ts'

/** A model sees a picture scaled to about one megapixel; so much it costs at most. */
const TOKENS_OF_MEDIA = 1_600
/** Beyond this the number is extrapolated: it is over every cap anyway. */
const EXACT_UP_TO = 200_000

/**
 * How much room a result takes. structuredContent that repeats a text, as the specification advises, is counted
 * once; pictures and sounds count by number, not by the length of their encoding.
 */
export function sizeOfResult(result: Json): ResultSize {
  const { content, structuredContent } = isObject(result) ? result : {}
  const blocks = Array.isArray(content) ? content : []
  const texts = blocks.flatMap((block) => wordsOf(block))
  const repeated = structuredContent === undefined || texts.some((text) => says(text, structuredContent))
  const all = [...texts, ...(repeated ? [] : [JSON.stringify(structuredContent)])].join('\n')
  const media = blocks.filter((block) => isMedia(block)).length
  const { tokens, bytes, characters } = estimateTokens(all, EXACT_UP_TO)
  return { estimatedTokens: tokens + media * TOKENS_OF_MEDIA, bytes, characters, media }
}

/** The words of a result, as a person would read them. */
export function textOfResult(result: Json): string {
  const { content } = isObject(result) ? result : {}
  return (Array.isArray(content) ? content : []).flatMap((block) => wordsOf(block)).join('\n')
}

function wordsOf(block: Json): string[] {
  if (!isObject(block) || isMedia(block)) return []
  const { text, resource } = block
  if (typeof text === 'string') return [text]
  if (isObject(resource) && typeof resource['text'] === 'string') return [resource['text']]
  return [JSON.stringify(block)]
}

function isMedia(block: Json): boolean {
  if (!isObject(block)) return false
  const { data, resource } = block
  return typeof data === 'string' || (isObject(resource) && typeof resource['blob'] === 'string')
}

function says(text: string, value: Json): boolean {
  if (!/^\s*[[{"\dtfn-]/.test(text)) return false
  try {
    return isDeepStrictEqual(JSON.parse(text), value)
  } catch {
    return false
  }
}
