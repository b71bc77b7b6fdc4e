import { encodeHeaderValue, metaKeys } from '@connectory/wire'
import type { ReadHeaders } from '../arrival.ts'
import { membersOf, replaceSpans, type Member } from '../json-span.ts'
import { parseMessage, uniqueMembers, type RequestMessage } from '../message.ts'
import type { Era } from '../../telemetry/index.ts'

/**
 * The same request with other values for some of its params, everything else byte for byte but for abilities that stop at
 * this endpoint.
 * @param values JSON by the name of the param; one that is not there stays away
 */
export function withParams(
  message: RequestMessage,
  values: Readonly<Record<string, string>>,
): RequestMessage {
  const { text, members } = message
  const params = members.get('params')
  if (params === undefined) throw new Error('A request whose params were read has none.')
  const inside = uniqueMembers(text, params.valueStart, '"params"')
  const replaced = [
    ...Object.entries(values).flatMap(([name, by]) => spanOf(inside.get(name), by)),
    ...abilities(text, inside.get('_meta')),
  ]
  const renamed = parseMessage(Buffer.from(replaceSpans(text, replaced)))
  if (renamed.kind !== 'request') throw new Error('A renamed request is none any more.')
  return renamed
}

/** A param as it came; undefined when it is not there. */
export function paramText({ text, members }: RequestMessage, name: string): string | undefined {
  const params = members.get('params')
  const param = params && uniqueMembers(text, params.valueStart, '"params"').get(name)
  return param && text.slice(param.valueStart, param.end)
}

function spanOf(member: Member | undefined, by: string) {
  return member === undefined ? [] : [{ start: member.valueStart, end: member.end, by }]
}

/** What a server may answer with beside results. Extensions have methods of their own, which cannot be told apart here. */
const kept = ['elicitation', 'sampling', 'roots']

function abilities(text: string, meta: Member | undefined) {
  if (meta === undefined || text[meta.valueStart] !== '{') return []
  const claimed = membersOf(text, meta.valueStart).find(({ name }) => name === metaKeys.clientCapabilities)
  if (claimed === undefined || text[claimed.valueStart] !== '{') return []
  const passed = membersOf(text, claimed.valueStart)
    .filter(({ name }) => kept.includes(name))
    .map(({ start, end }) => text.slice(start, end))
  return spanOf(claimed, `{${passed.join(',')}}`)
}

/** The headers that repeat the body: with the name or URI by which its server knows what is asked for. */
export function headersNaming(given: ReadHeaders, era: Era, name: string | undefined): Headers {
  const headers = new Headers([...given])
  if (era === 'modern' && name !== undefined) headers.set('mcp-name', encodeHeaderValue(name))
  return headers
}
