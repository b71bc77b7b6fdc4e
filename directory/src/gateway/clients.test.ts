import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { toNodeHandler } from '@modelcontextprotocol/node'
import { z } from 'zod'
import { gatewayBed, type GatewayBed } from '../../test/gateway-bed.ts'
import { listen } from '../../test/login-server.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** The reference server with everything, from npm: sessions, streams, only the older protocol. */
async function startEverything(port: number): Promise<AsyncDisposable> {
  const manifest = createRequire(import.meta.url).resolve(
    '@modelcontextprotocol/server-everything/package.json',
  )
  const main = join(dirname(manifest), 'dist/index.js')
  const child = spawn(process.execPath, [main, 'streamableHttp'], {
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port) },
    stdio: 'ignore',
  })
  const deadline = performance.now() + 20_000
  for (;;) {
    const up = await fetch(`http://127.0.0.1:${port}/mcp`).then(
      () => true,
      () => false,
    )
    if (up) break
    assert.ok(performance.now() < deadline, 'server-everything did not start')
    await new Promise((done) => setTimeout(done, 100))
  }
  return {
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

let bed: GatewayBed
let everything: AsyncDisposable
let port: number
let authorization: string

before(async () => {
  port = await freePort()
  everything = await startEverything(port)
  bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('everything', `http://127.0.0.1:${port}/mcp`)
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
      everything = await startEverything(port)
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
