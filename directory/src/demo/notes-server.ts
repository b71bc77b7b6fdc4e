import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { z } from 'zod'
import { createNotesAuthorization, type NotesAuthorization } from './notes-authorization.ts'
import { serveMcp } from './serve-mcp.ts'
import type { NotesState } from './notes-state.ts'

/**
 * A demo server whose users sign in: personal notes behind OAuth (code flow, PKCE, dynamic registration), with its own
 * authorization server at the same origin. It stands for any third party; the directory knows nothing about it.
 */
export function createNotesServer(origin: string, state: NotesState): Server {
  const authorization = createNotesAuthorization(origin, state)
  const provider = authorization.callback()
  return createServer((request, response) => {
    void route(request, response)
  })

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0] ?? '/'
    if (path === '/mcp') await serveNotes(request, response)
    else if (path === '/.well-known/oauth-protected-resource/mcp') {
      sendJson(response, {
        resource: `${origin}/mcp`,
        authorization_servers: [origin],
        scopes_supported: ['notes'],
        resource_name: 'Demo notes',
      })
    } else if (path.startsWith('/sign-in/')) await authorization.interaction(request, response)
    else await provider(request, response)
  }

  async function serveNotes(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const person = await bearer(request, authorization, origin)
    if (person === undefined) {
      const metadata = `${origin}/.well-known/oauth-protected-resource/mcp`
      response.writeHead(401, {
        'www-authenticate': `Bearer resource_metadata="${metadata}", scope="notes"`,
        'content-type': 'text/plain',
      })
      response.end('Sign in to use the notes.\n')
      return
    }
    const handler = createMcpHandler(() => createNotes(state.notesOf(person), () => state.save()))
    await serveMcp(handler, request, response)
  }
}

async function bearer(
  request: IncomingMessage,
  { publicKeys }: NotesAuthorization,
  origin: string,
): Promise<string | undefined> {
  const [scheme, token] = request.headers.authorization?.split(' ') ?? []
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined) return undefined
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(publicKeys), {
      issuer: origin,
      audience: `${origin}/mcp`,
    })
    return payload.sub
  } catch {
    return undefined
  }
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
  response.end(JSON.stringify(body))
}

function createNotes(notes: string[], save: () => void): McpServer {
  const server = new McpServer({ name: 'demo-notes', version: '1.0.0' })
  const say = (text: string) => ({ content: [{ type: 'text' as const, text }] })
  server.registerTool(
    'list_notes',
    {
      title: 'List my notes',
      description: 'Lists the notes of the person who signed in, newest first. Use it before deleting one.',
      inputSchema: z.object({
        limit: z.int().min(1).max(100).default(20).describe('How many notes to return at most'),
      }),
      annotations: {
        title: 'List my notes',
        readOnlyHint: true,
        destructiveHint: false,
        openWorldHint: false,
      },
    },
    ({ limit }) => {
      const shown = notes.slice(-limit).toReversed()
      return say(shown.length === 0 ? 'There are no notes yet.' : shown.join('\n'))
    },
  )
  server.registerTool(
    'add_note',
    {
      title: 'Add a note',
      description:
        'Keeps a short text for the person who signed in. Use it when they ask to remember something.',
      inputSchema: z.object({ text: z.string().min(1).max(500).describe('The text to keep') }),
      annotations: { title: 'Add a note', readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    },
    ({ text }) => {
      notes.push(text)
      save()
      return say(`Kept. There are ${notes.length} notes now.`)
    },
  )
  server.registerTool(
    'delete_notes',
    {
      title: 'Delete all my notes',
      description: 'Deletes every note of the person who signed in. It cannot be undone.',
      inputSchema: z.object({}),
      annotations: {
        title: 'Delete all my notes',
        readOnlyHint: false,
        destructiveHint: true,
        openWorldHint: false,
      },
    },
    () => {
      notes.length = 0
      save()
      return say('All notes are deleted.')
    },
  )
  return server
}
