import { toNodeHandler } from '@modelcontextprotocol/node'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { listen } from './login-server.ts'

/** An open server of the official SDK that speaks both eras and has one harmless tool, `greet_person`. */
export async function startGreeter(): Promise<AsyncDisposable & { readonly url: string }> {
  const server = await listen(() => {
    const handle = toNodeHandler(createMcpHandler(greeter))
    return (request, response) => void handle(request as Parameters<typeof handle>[0], response)
  })
  return {
    url: `${server.origin}/mcp`,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

function greeter(): McpServer {
  const server = new McpServer({ name: 'greeter', version: '1.0.0' })
  server.registerTool(
    'greet_person',
    {
      title: 'Greet a person',
      description: 'Returns a greeting for a person with this name.',
      inputSchema: z.object({ name: z.string().max(100).describe('Whom to greet.') }),
      annotations: { title: 'Greet a person', readOnlyHint: true, openWorldHint: false },
    },
    ({ name }) => ({ content: [{ type: 'text', text: `Grüß dich, ${name}!` }] }),
  )
  return server
}
