import { Client, StreamableHTTPClientTransport, type ClientCapabilities } from '@modelcontextprotocol/client'
import { startFixture } from './conformance-fixture/start.ts'
import { connectedBed, type GatewayBed } from './gateway-bed.ts'
import type { ManualTimers } from './manual-timers.ts'

const all: ClientCapabilities = { elicitation: { form: {} }, sampling: {}, roots: {} }

/** A client of today that answers whatever it says that it can be asked. */
export async function askedClient(
  bed: GatewayBed,
  { token, slug }: { readonly token: string; readonly slug: string },
  mode: 'legacy' | { readonly pin: string },
  capabilities = all,
) {
  const asked: string[] = []
  const client = new Client(
    { name: 'asked', version: '1.0.0' },
    { versionNegotiation: { mode }, capabilities },
  )
  if (capabilities.elicitation !== undefined) {
    client.setRequestHandler('elicitation/create', ({ params }) => {
      asked.push(params.message)
      const content = {
        name: 'Ada',
        color: 'blue',
        username: 'ada',
        email: 'ada@example.com',
        context: 'rain',
      }
      return { action: 'accept', content }
    })
  }
  if (capabilities.sampling !== undefined) {
    client.setRequestHandler('sampling/createMessage', () => {
      return { model: 'm', role: 'assistant', content: { type: 'text', text: 'Bonjour' } }
    })
  }
  if (capabilities.roots !== undefined) {
    client.setRequestHandler('roots/list', () => ({ roots: [{ uri: 'file:///work' }] }))
  }
  const requestInit = { headers: { authorization: `Bearer ${token}` } }
  await client.connect(new StreamableHTTPClientTransport(bed.endpoint(slug), { requestInit }))
  return { client, asked, [Symbol.asyncDispose]: () => client.close() }
}

/** The gateway before a server on the official SDK that speaks one era alone. */
export async function bedWith(speaks: 'modern' | 'legacy', timers?: ManualTimers) {
  const server = await startFixture({ speaks })
  const { bed, ada } = await connectedBed(server.url, timers)
  return {
    bed,
    ada,
    at: { token: bed.token(ada, 'tool'), slug: 'tool' },
    async [Symbol.asyncDispose]() {
      await bed[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}
