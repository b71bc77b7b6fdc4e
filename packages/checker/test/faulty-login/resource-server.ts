import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { goodTool } from '../servers.ts'
import { empty, json, nameOf, type Answer, type Call } from './messages.ts'
import { resourceMetadata } from './metadata.ts'
import type { World } from './world.ts'

export interface ResourceServer {
  answer(call: Call): Promise<Answer>
  close(): Promise<void>
}

/** The MCP server: both eras by the official SDK, its login by hand. */
export function createResourceServer(world: World): ResourceServer {
  const mcp = createMcpHandler(notes)
  return {
    async answer(call) {
      if (nameOf(call) === `GET ${new URL(world.resourceMetadata).pathname}`) {
        return json(200, resourceMetadata(world))
      }
      if (call.url.pathname !== new URL(world.resource).pathname) return empty(404)
      const { origin } = call.headers
      if (origin !== undefined && origin !== directoryOrigin) return empty(403)
      if (call.method === 'OPTIONS') return forPage(call, empty(204))
      return forPage(call, refusal(call, world) ?? (await wholeAnswer(await mcp.fetch(asRequest(call)))))
    },
    close: () => mcp.close(),
  }
}

/** Pages of the directory may ask. */
const directoryOrigin = 'https://claude.ai'

/** What a browser needs to hear before a page may ask and read. */
function forPage({ headers }: Call, answer: Answer): Answer {
  if (headers.origin !== directoryOrigin) return answer
  const wanted = headers['access-control-request-headers']
  const allow = {
    'access-control-allow-origin': directoryOrigin,
    'access-control-expose-headers': 'www-authenticate, mcp-session-id',
    ...(wanted === undefined ? {} : { 'access-control-allow-headers': String(wanted) }),
  }
  return { ...answer, headers: { ...answer.headers, ...allow } }
}

/** @see RFC 6750 section 3, RFC 9728 section 5.1 */
function refusal({ headers }: Call, world: World): Answer | undefined {
  const shown = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
  if (shown !== undefined && isGood(shown, world)) return undefined
  const error = shown === undefined ? '' : 'error="invalid_token", '
  const challenge = `Bearer ${error}resource_metadata="${world.resourceMetadata}", scope="notes"`
  return empty(401, { 'www-authenticate': challenge })
}

function isGood(text: string, world: World): boolean {
  const { accessTokens, settings, resource } = world
  const known = accessTokens.get(text)
  if (known === undefined || known.grant.revoked || known.expiresAt <= world.now().getTime()) return false
  return settings.audience === 'ignored' || known.grant.resource === resource
}

/** What the MCP server itself says to this call, whatever token it shows. */
export async function answerWithoutLogin(call: Call): Promise<Answer> {
  const mcp = createMcpHandler(notes)
  try {
    return await wholeAnswer(await mcp.fetch(asRequest(call)))
  } finally {
    await mcp.close()
  }
}

function asRequest({ method, url, headers, body }: Call): Request {
  const given = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) given.set(name, String(value))
  }
  return new Request(url, { method, headers: given, ...(method === 'POST' ? { body } : {}) })
}

async function wholeAnswer(response: Response): Promise<Answer> {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  }
}

function notes(): McpServer {
  const server = new McpServer({ name: 'notes', version: '1.0.0' })
  const { description, annotations } = goodTool() as { description: string; annotations: object }
  const inputSchema = z.object({ limit: z.int().optional().describe('How many notes at most.') })
  server.registerTool('list_notes', { description, annotations, inputSchema }, () => ({
    content: [{ type: 'text', text: 'milk' }],
  }))
  return server
}
