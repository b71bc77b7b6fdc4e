import {
  elementsOf,
  membersOf,
  replaceSpans,
  resultIn,
  startOf,
  stringsIn,
  type Member,
} from '../json-span.ts'
import { isObject, type JsonObject } from '../message.ts'

const scheme = 'connectory:'

/**
 * The URI under which a resource is offered beside those of others: the slug of its connector before its own, which stays
 * as it is. So a template is offered like a resource, and what it is filled with can be told from its URI again.
 */
export function offeredUri(slug: string, uri: string): string {
  return `${scheme}${slug}:${uri}`
}

/** The two parts of an offered URI; undefined for any other. No slug has a colon. */
export function splitUri(uri: string): { readonly slug: string; readonly uri: string } | undefined {
  if (!uri.startsWith(scheme)) return undefined
  const end = uri.indexOf(':', scheme.length)
  return end > scheme.length ? { slug: uri.slice(scheme.length, end), uri: uri.slice(end + 1) } : undefined
}

const named = ['contents', 'content', 'messages', 'inputRequests']

/**
 * The answer of a server with the resources that it names as they are offered: those that it read, those in the content
 * of tools and prompts, and those in what it asks. All else is byte for byte what the server wrote.
 */
export function withOfferedUris(text: string, { result }: JsonObject, slug: string): string {
  if (!isObject(result) || !named.some((name) => name in result)) return text
  const found = resultIn(text)
  if (found === undefined || text[found.valueStart] !== '{') return text
  const asked = asObject(text, member(text, found.valueStart, 'inputRequests')).flatMap((requests) =>
    membersOf(text, requests).flatMap((request) =>
      asObject(text, request).flatMap((one) => asObject(text, member(text, one, 'params'))),
    ),
  )
  return offeredAt(text, [found.valueStart, ...asked], slug)
}

/** The params of what a server asks, likewise: what tools have said may stand in messages to a model. */
export function questionWithOfferedUris(params: string, slug: string): string {
  return offeredAt(params, [startOf(params)], slug)
}

function offeredAt(text: string, objects: readonly number[], slug: string): string {
  const uris = objects.flatMap((start) => urisIn(text, start))
  const spans = uris
    .filter(({ valueStart }) => text[valueStart] === '"')
    .map(({ valueStart, end }) => {
      const by = JSON.stringify(offeredUri(slug, String(JSON.parse(text.slice(valueStart, end)))))
      return { start: valueStart, end, by }
    })
  return spans.length === 0 ? text : replaceSpans(text, spans)
}

/**
 * Arguments for this connector's server, which knows its resources by their own URIs: a string that is nothing but a URI
 * under which one of them is offered becomes that. Text that has such a URI in it, and URIs of other connectors, stay.
 */
export function withOwnUris(text: string, slug: string): string {
  if (!text.includes(offeredUri(slug, ''))) return text
  const spans = [...stringsIn(text)].flatMap(({ start, end }) => {
    const value = String(JSON.parse(text.slice(start, end)))
    const parts = /\s/.test(value) ? undefined : splitUri(value)
    return parts?.slug === slug ? [{ start, end, by: JSON.stringify(parts.uri) }] : []
  })
  return replaceSpans(text, spans)
}

function urisIn(text: string, result: number): readonly Member[] {
  const read = itemsOf(text, member(text, result, 'contents'))
  const blocks = [
    ...itemsOf(text, member(text, result, 'content')),
    ...itemsOf(text, member(text, result, 'messages')).flatMap((message) =>
      itemsOf(text, member(text, message, 'content')),
    ),
  ]
  // In messages to a model stands what tools have said.
  const all = [...blocks, ...blocks.flatMap((block) => itemsOf(text, member(text, block, 'content')))]
  // A link has the URI itself, what is embedded has it inside; nothing else in content has one.
  const embedded = all.flatMap((block) => itemsOf(text, member(text, block, 'resource')))
  return [...read, ...all, ...embedded].flatMap((start) => {
    const uri = member(text, start, 'uri')
    return uri === undefined ? [] : [uri]
  })
}

/** Of several members with one name the last counts, as it does for `JSON.parse`. */
function member(text: string, start: number, name: string): Member | undefined {
  return membersOf(text, start).findLast((one) => one.name === name)
}

function asObject(text: string, found: Member | undefined): readonly number[] {
  return found !== undefined && text[found.valueStart] === '{' ? [found.valueStart] : []
}

/** Where the objects begin: those of a list, or the one that stands alone. */
function itemsOf(text: string, found: Member | undefined): readonly number[] {
  if (found === undefined || text[found.valueStart] !== '[') return asObject(text, found)
  return elementsOf(text, found.valueStart).flatMap(({ start }) => (text[start] === '{' ? [start] : []))
}
