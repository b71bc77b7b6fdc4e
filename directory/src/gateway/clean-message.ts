import { madeOnceInAWhile } from '../kernel/index.ts'
import type { Era } from '../telemetry/index.ts'
import { replaceSpans } from './json-span.ts'
import { noAbilities, type Abilities } from './questions/abilities.ts'
import { uniqueMembers, type Message, type RequestMessage } from './message.ts'

/** What every server behind the gateway is told of its caller, whoever that is (FAQ 1: nothing about the user). */
export const gatewayClient = { name: 'connectory', version: '0.1.0' } as const

const clientInfoKey = 'io.modelcontextprotocol/clientInfo'

const versionKey = 'io.modelcontextprotocol/protocolVersion'
const capabilitiesKey = 'io.modelcontextprotocol/clientCapabilities'

/** Keys of `_meta` that the protocol needs; everything else could tell users apart. */
const passedMeta: Readonly<Record<Era, ReadonlySet<string>>> = {
  legacy: new Set(['progressToken', 'io.modelcontextprotocol/related-task']),
  modern: new Set([
    'progressToken',
    'io.modelcontextprotocol/related-task',
    'io.modelcontextprotocol/logLevel',
    'io.modelcontextprotocol/subscriptionId',
    versionKey,
    capabilitiesKey,
  ]),
}

interface Replacement {
  readonly start: number
  readonly end: number
  readonly by: string
}

/**
 * The message as a server of the same era gets it: byte for byte what came, but for `_meta`, which keeps only the keys
 * above and gets our constant clientInfo, and for the clientInfo of `initialize`.
 */
export function cleanMessage(message: Message, era: Era): string {
  const replacements = [...cleanedMeta(message, era), ...cleanedClientInfo(message)]
  return replacements.length === 0 ? message.text : replaceSpans(message.text, replacements)
}

/** What a request gets on its way to a server of another era. */
export interface Retargeted {
  readonly target: Era
  /** What its caller can be asked; a newer server reads that in every request. */
  readonly abilities?: Abilities
  /** Which messages its caller wants; a newer server reads that too in every request. */
  readonly logLevel?: string | undefined
  /** Members of the params beside the caller's own, as JSON: answers, and the state of who asked. */
  readonly more?: readonly string[]
}

/**
 * What the other era does not have: answers of one round between a newer caller and whom it calls, and the wish of an
 * older one for a task, which a server without tasks has to pass over. @see MCP 2025-11-25 basic/utilities/tasks
 */
const ofOneEra: ReadonlySet<string> = new Set(['inputResponses', 'requestState', 'task'])

/**
 * A request as a server of the other era gets it, under an id of ours: ids of several callers meet in one session.
 * Its parameters stay byte for byte, but for `_meta`.
 */
export function retargetRequest(
  message: RequestMessage,
  id: string,
  { target, abilities = noAbilities, logLevel, more = [] }: Retargeted,
): string {
  const { text, members } = message
  const params = members.get('params')
  const kept: string[] = []
  let meta: readonly string[] = []
  if (params !== undefined) {
    for (const member of uniqueMembers(text, params.valueStart, '"params"').values()) {
      // What both eras have; the rest of the newer one's stands in the envelope, and nothing twice.
      if (member.name === '_meta') meta = keptMeta(text, member, 'legacy')
      else if (!ofOneEra.has(member.name)) kept.push(text.slice(member.start, member.end))
    }
  }
  kept.push(...more)
  const all = target === 'modern' ? [...meta, ...modernEnvelope(abilities, logLevel)] : meta
  if (all.length > 0) kept.push(`"_meta":{${all.join(',')}}`)
  const head = `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"method":${JSON.stringify(message.method)}`
  return `${head},"params":{${kept.join(',')}}}`
}

const clientInfoMember = `${JSON.stringify(clientInfoKey)}:${JSON.stringify(gatewayClient)}`

/** A caller of the older era has said what it can be asked when it began its session. */
function modernEnvelope(abilities: Abilities, logLevel: string | undefined): readonly string[] {
  return [
    `${JSON.stringify(versionKey)}:"2026-07-28"`,
    `${JSON.stringify(capabilitiesKey)}:${JSON.stringify(abilities)}`,
    clientInfoMember,
    ...(logLevel === undefined ? [] : [`"io.modelcontextprotocol/logLevel":${JSON.stringify(logLevel)}`]),
  ]
}

function cleanedMeta(message: Message, era: Era): Replacement[] {
  const { text } = message
  return (['params', 'result'] as const).flatMap((part) => {
    const member = message.members.get(part)
    if (member === undefined || text[member.valueStart] !== '{') return []
    const meta = uniqueMembers(text, member.valueStart, `"${part}"`).get('_meta')
    if (meta === undefined) return []
    const own = text.slice(meta.valueStart, meta.end)
    // Part of a text keeps all of it in memory.
    const by = text.length > longestRemembered ? cleanMeta(own, era) : usualMeta[era](own)
    return [{ start: meta.valueStart, end: meta.end, by }]
  })
}

function cleanMeta(meta: string, era: Era): string {
  const kept = [...keptMeta(meta, { valueStart: 0 }, era), ...(era === 'modern' ? [clientInfoMember] : [])]
  return `{${kept.join(',')}}`
}

/** In characters. */
const longestRemembered = 16 * 1024

/** Most clients write the same with each message. */
const usualMeta: Readonly<Record<Era, (meta: string) => string>> = {
  legacy: madeOnceInAWhile((meta) => cleanMeta(meta, 'legacy')),
  modern: madeOnceInAWhile((meta) => cleanMeta(meta, 'modern')),
}

function cleanedClientInfo(message: Message): Replacement[] {
  const params = message.members.get('params')
  if (message.kind !== 'request' || message.method !== 'initialize' || params === undefined) return []
  const clientInfo = uniqueMembers(message.text, params.valueStart, '"params"').get('clientInfo')
  if (clientInfo === undefined) return []
  return [{ start: clientInfo.valueStart, end: clientInfo.end, by: JSON.stringify(gatewayClient) }]
}

function keptMeta(text: string, meta: { readonly valueStart: number }, era: Era): readonly string[] {
  if (text[meta.valueStart] !== '{') return []
  return [...uniqueMembers(text, meta.valueStart, '"_meta"').values()]
    .filter(({ name }) => passedMeta[era].has(name))
    .map(({ start, end }) => text.slice(start, end))
}
