import type { ReadHeaders } from './arrival.ts'
import { isObject, type JsonObject, type Message } from './message.ts'
import { codes, Refusal } from './rpc-error.ts'

export const modernVersions: readonly string[] = ['2026-07-28']
const newestLegacy = '2025-11-25'
export const legacyVersions: readonly string[] = [newestLegacy, '2025-06-18', '2025-03-26', '2024-11-05']
export const knownVersions: readonly string[] = [...modernVersions, ...legacyVersions]

const versionKey = 'io.modelcontextprotocol/protocolVersion'
const capabilitiesKey = 'io.modelcontextprotocol/clientCapabilities'

/** Methods whose `Mcp-Name` header repeats a parameter. @see MCP 2026-07-28 basic/transports/streamable-http */
const namedBy: Readonly<Record<string, string>> = {
  'tools/call': 'name',
  'prompts/get': 'name',
  'resources/read': 'uri',
  'tasks/get': 'taskId',
  'tasks/update': 'taskId',
  'tasks/cancel': 'taskId',
}

/**
 * Which era a message belongs to: its body says so (`_meta` with a protocol version), the headers only confirm it.
 * @throws Refusal 400 with -32020 (headers and body differ), -32022 (unknown version) or -32602 (`_meta` incomplete)
 */
export function callerEra(message: Message, headers: ReadHeaders): 'modern' | 'legacy' {
  const header = headers.get('mcp-protocol-version')?.trim()
  const headerIsModern = header !== undefined && isModern(header)
  if (message.kind === 'response') return 'legacy'
  const meta = isObject(message.params['_meta']) ? message.params['_meta'] : undefined
  const claimed = meta?.[versionKey]
  if (message.kind === 'request' && message.method === 'initialize' && claimed === undefined) {
    if (headerIsModern) throw mismatch(`initialize belongs to older versions, but the header names ${header}`)
    return 'legacy'
  }
  if (claimed === undefined && !headerIsModern) {
    if (header !== undefined && !legacyVersions.includes(header)) throw unsupported(header)
    return 'legacy'
  }
  if (message.kind === 'notification') checkMethodIfNamed(message.method, headers)
  if (message.kind === 'notification' && claimed === undefined) return 'modern'
  checkEnvelope(meta)
  if (header !== claimed) {
    throw mismatch(
      `the body names protocol version ${String(claimed)}, the MCP-Protocol-Version header ${header ?? 'is missing'}`,
    )
  }
  // To whoever sends these members only such versions are on offer; `server/discover` names no others.
  if (!modernVersions.includes(String(claimed))) throw unsupported(String(claimed), modernVersions)
  if (message.kind === 'request') checkStandardHeaders(message.method, message.params, headers)
  return 'modern'
}

/** Versions are dates; the first modern one is 2026-07-28. */
function isModern(version: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(version) && version >= '2026-07-28'
}

function checkEnvelope(meta: JsonObject | undefined): void {
  const missing =
    meta === undefined ? ['_meta'] : [versionKey, capabilitiesKey].filter((key) => !(key in meta))
  if (missing.length > 0) {
    throw new Refusal(400, codes.invalidParams, `The request lacks ${missing.join(' and ')} in its params.`, {
      missing,
    })
  }
  if (typeof meta?.[versionKey] !== 'string' || !isObject(meta[capabilitiesKey])) {
    throw new Refusal(
      400,
      codes.invalidParams,
      '_meta needs a version as a string and capabilities as an object.',
    )
  }
}

/** Only requests must repeat their method; what a notification does repeat goes to the server and must be true. */
function checkMethodIfNamed(method: string, headers: ReadHeaders): void {
  const named = headers.get('mcp-method')?.trim()
  if (named !== undefined && named !== method)
    throw mismatch(`the body names method ${method}, the Mcp-Method header ${named}`)
}

function checkStandardHeaders(method: string, params: JsonObject, headers: ReadHeaders): void {
  const named = headers.get('mcp-method')?.trim()
  if (named !== method)
    throw mismatch(`the body names method ${method}, the Mcp-Method header ${named ?? 'is missing'}`)
  const source = Object.hasOwn(namedBy, method) ? namedBy[method] : undefined
  const value = source === undefined ? undefined : params[source]
  if (source === undefined || typeof value !== 'string') return
  const header = headers.get('mcp-name')?.trim()
  if (header === undefined || decodeHeaderValue(header) !== value) {
    throw mismatch(
      `the body names params.${source} "${value}", the Mcp-Name header ${header ?? 'is missing'}`,
    )
  }
}

/** `=?base64?…?=` carries what a header cannot. */
export function decodeHeaderValue(value: string): string {
  const encoded = /^=\?base64\?([A-Za-z0-9+/]*={0,2})\?=$/.exec(value)?.[1]
  return encoded === undefined ? value : Buffer.from(encoded, 'base64').toString('utf8')
}

function mismatch(what: string): Refusal {
  return new Refusal(400, codes.headerMismatch, `The headers and the body disagree: ${what}.`)
}

/** What `initialize` is answered with: the version that was asked for, or the newest of its era. */
export function agreedVersion(wanted: unknown): string {
  return typeof wanted === 'string' && legacyVersions.includes(wanted) ? wanted : newestLegacy
}

function unsupported(requested: string, supported = knownVersions): Refusal {
  return new Refusal(400, codes.unsupportedVersion, `The protocol version ${requested} is not known here.`, {
    supported,
    requested,
  })
}
