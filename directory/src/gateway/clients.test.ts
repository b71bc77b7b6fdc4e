import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { toNodeHandler } from '@modelcontextprotocol/node'
import { z } from 'zod'
import { startEverything, type RunningServer } from '../../../test/third-party-server.ts'
import { gatewayBed, type GatewayBed } from '../../test/gateway-bed.ts'
import { listen } from '../../test/login-server.ts'

let bed: GatewayBed
let everything: RunningServer
let authorization: string

before(async () => {
  everything = await startEverything()
  bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('everything', everything.url)
  await bed.connect(ada, 'everything')
  authorization = `Bearer ${bed.token(ada, 'everything')}`
})

after(async () => {
  await bed[Symbol.asyncDispose]()
  await everything[Symbol.asyncDispose]()
})

async function withClient<Result>(
  mode: 'legacy' | { readonly pin: string },
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ name: 'journey', version: '1.0.0' }, { versionNegotiation: { mode } })
  const transport = new StreamableHTTPClientTransport(bed.endpoint('everything'), {
    requestInit: { headers: { authorization } },
  })
  await client.connect(transport)
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

const textOf = (result: unknown): string => JSON.stringify(result)

test('the SDK client of today lists and calls tools of server-everything in both eras', async () => {
  for (const mode of ['legacy', { pin: '2026-07-28' }] as const) {
    await withClient(mode, async (client) => {
      const { tools } = await client.listTools()
      assert.ok(tools.some(({ name }) => name === 'echo'))
      const echoed = await client.callTool({ name: 'echo', arguments: { message: 'grüß dich' } })
      assert.match(textOf(echoed), /grüß dich/)
    })
  }
})

test('resources and prompts of a legacy server reach a legacy client as they are', async () => {
  await withClient('legacy', async (client) => {
    assert.ok((await client.listResources()).resources.length > 0)
    assert.ok((await client.listPrompts()).prompts.length > 0)
  })
})

test('the SDK client of the first version calls through the gateway', async () => {
  const client = new OldClient({ name: 'old', version: '1.0.0' })
  await client.connect(
    new OldTransport(bed.endpoint('everything'), { requestInit: { headers: { authorization } } }) as never,
  )
  assert.match(textOf(await client.callTool({ name: 'echo', arguments: { message: 'hello' } })), /hello/)
  await client.close()
})

test('a server that is started anew in the middle costs no call, in either era', async () => {
  for (const mode of ['legacy', { pin: '2026-07-28' }] as const) {
    await withClient(mode, async (client) => {
      await client.callTool({ name: 'echo', arguments: { message: 'before' } })
      await everything[Symbol.asyncDispose]()
      everything = await startEverything(Number(new URL(everything.url).port))
      const after = await client.callTool({ name: 'echo', arguments: { message: 'afterwards' } })
      assert.match(textOf(after), /afterwards/)
    })
  }
})

test('clients of both eras call a server of 2026-07-28', async () => {
  const make = (): McpServer => {
    const server = new McpServer({ name: 'new', version: '1.0.0' })
    server.registerTool(
      'add',
      { description: 'Adds.', inputSchema: z.object({ a: z.number(), b: z.number() }) },
      ({ a, b }) => ({ content: [{ type: 'text', text: String(a + b) }] }),
    )
    return server
  }
  await using server = await listen(() => {
    const handle = toNodeHandler(createMcpHandler(make, { legacy: 'reject' }))
    return (request, response) => void handle(request as Parameters<typeof handle>[0], response)
  })
  const eva = bed.connections.person('eva')
  bed.connections.list('new', `${server.origin}/mcp`)
  await bed.connect(eva, 'new')
  for (const mode of ['legacy', { pin: '2026-07-28' }] as const) {
    const client = new Client({ name: 'journey', version: '1.0.0' }, { versionNegotiation: { mode } })
    await client.connect(
      new StreamableHTTPClientTransport(bed.endpoint('new'), {
        requestInit: { headers: { authorization: `Bearer ${bed.token(eva, 'new')}` } },
      }),
    )
    assert.equal((await client.listTools()).tools[0]?.name, 'add')
    assert.match(textOf(await client.callTool({ name: 'add', arguments: { a: 2, b: 3 } })), /"5"/)
    await client.close()
  }
})
