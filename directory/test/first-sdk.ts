import { randomUUID } from 'node:crypto'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import {
  ElicitRequestSchema,
  type ElicitRequest,
  type ElicitResult,
} from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import type { GatewayBed } from './gateway-bed.ts'
import { listen } from './login-server.ts'

/** A client on the first SDK that is asked for forms and shows pages. */
export async function firstSdkClient(
  bed: GatewayBed,
  { token, slug }: { readonly token: string; readonly slug: string },
  answer: (asked: ElicitRequest['params']) => ElicitResult | Promise<ElicitResult>,
) {
  const client = new Client(
    { name: 'first', version: '1.0.0' },
    { capabilities: { elicitation: { form: {}, url: {} } } },
  )
  client.setRequestHandler(ElicitRequestSchema, ({ params }) => answer(params))
  const requestInit = { headers: { authorization: `Bearer ${token}` } }
  await client.connect(new StreamableHTTPClientTransport(bed.endpoint(slug), { requestInit }) as never)
  return { client, [Symbol.asyncDispose]: () => client.close() }
}

/** A server on the first SDK. Its `greet` asks as most tools do there: without a word about the call in which it asks. */
export async function firstSdkServer() {
  const sessions = new Map<string, StreamableHTTPServerTransport>()
  const server = await listen(() => async (request, response) => {
    const known = sessions.get(String(request.headers['mcp-session-id']))
    if (known !== undefined) return await known.handleRequest(request, response)
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void sessions.set(id, transport),
    })
    await makeServer().connect(transport as never)
    await transport.handleRequest(request, response)
  })
  return {
    url: `${server.origin}/mcp`,
    async [Symbol.asyncDispose]() {
      await Promise.all([...sessions.values()].map((session) => session.close()))
      await server[Symbol.asyncDispose]()
    },
  }
}

function makeServer(): McpServer {
  const made = new McpServer({ name: 'first', version: '1.0.0' })
  const says = (text: string) => ({ content: [{ type: 'text' as const, text }] })
  const inputSchema = { message: z.string().default('Who?') }
  made.registerTool(
    'greet',
    { description: 'Asks for a name and greets.', inputSchema },
    async ({ message }) => {
      const name = { type: 'string' } as const
      const requestedSchema = { type: 'object', properties: { name } } as const
      const { action, content } = await made.server.elicitInput({ message, requestedSchema })
      return says(action === 'accept' ? `Hello, ${String(content?.['name'])}!` : `No name: ${action}.`)
    },
  )
  const visit = { description: 'Has a page visited, which it says on the stream of the call.', inputSchema }
  made.registerTool('visit', visit, async ({ message }, { requestId: relatedRequestId }) => {
    const page = { elicitationId: 'page', url: 'https://example.com/page' }
    const asked = { mode: 'url', message, ...page } as const
    const { action } = await made.server.elicitInput(asked, { relatedRequestId })
    await made.server.createElicitationCompletionNotifier(page.elicitationId, { relatedRequestId })()
    return says(`The page: ${action}.`)
  })
  return made
}
