import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { auth as authInAiSdk, createMCPClient } from '@ai-sdk/mcp'
import { MultiServerMCPClient } from '@langchain/mcp-adapters'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { auth as authInFirstSdk } from '@modelcontextprotocol/sdk/client/auth.js'
import { Client as FirstClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport as FirstTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Viewer } from '../directory/src/kernel/index.ts'
import { consent, person } from '../directory/test/consent-journey.ts'
import { formBrowser, type FormBrowser } from '../directory/test/form-browser.ts'
import { startGreeter } from '../directory/test/greeter.ts'
import { McpApp } from '../directory/test/mcp-app.ts'
import { factsOf, listConnector } from './listed-connector.ts'
import { signUp, startProduct, type Product } from './product.ts'
import { startPublisherSite } from './third-party-server.ts'

const modules = join(import.meta.dirname, '../node_modules')
const resources = new AsyncDisposableStack()
let product: Product
let browser: FormBrowser
let endpoint: URL
let token: string
let ada: Viewer

before(async () => {
  product = resources.use(await startProduct())
  const { app } = product
  const site = resources.use(await startPublisherSite())
  const server = resources.use(await startGreeter())
  const people = {
    publisher: await signUp(product, 'Paula'),
    reviewer: await signUp(product, 'Rita', ['reviewer']),
  }
  const { slug } = await listConnector(product, people, factsOf(server.url, site.url))
  ada = (await app.accounts.signUp(person)).viewer
  assert.equal((await app.connections.begin(ada, slug)).kind, 'connected')
  endpoint = app.gateway.endpoint(slug)
  token = (await app.authorization.issueToken({ viewer: ada, endpoint: endpoint.href, hours: 1 })).token
  browser = formBrowser(product.url)
})

after(() => resources.disposeAsync())

const call = { name: 'greet_person', arguments: { name: 'Zoë' } }

function greeted(answer: unknown): void {
  assert.match(JSON.stringify(answer), /Grüß dich, Zoë!/)
}

/** The person agrees in the browser; what came back to the app's address. */
async function agreed(app: McpApp): Promise<string> {
  assert.ok(app.authorizationUrl, 'the client did not ask for consent')
  const callback = await consent(browser, app.authorizationUrl)
  return callback.searchParams.get('code') ?? assert.fail(callback.href)
}

for (const mode of ['legacy', 'auto'] as const) {
  test(`the second SDK (${mode}) finds the way to a token and calls a tool`, async () => {
    const app = new McpApp()
    await app.finish(endpoint, await consent(browser, await app.start(endpoint)))
    const client = new Client({ name: 'second', version: '1.0.0' }, { versionNegotiation: { mode } })
    await client.connect(app.transport(endpoint))
    greeted(await client.callTool(call))
    assert.equal(client.getProtocolEra(), mode === 'legacy' ? 'legacy' : 'modern')
    await client.close()
  })

  test(`the second SDK (${mode}) does the same at the address for everything, whose tools say where they belong`, async () => {
    const app = new McpApp()
    const everything = product.app.gateway.mergedEndpoint
    await app.finish(everything, await consent(browser, await app.start(everything)))
    const client = new Client({ name: 'second', version: '1.0.0' }, { versionNegotiation: { mode } })
    await client.connect(app.transport(everything))
    const { tools } = await client.listTools()
    const name = tools.map((tool) => tool.name).find((one) => one.endsWith('__greet_person'))
    greeted(await client.callTool({ ...call, name: name ?? assert.fail() }))
    assert.equal(client.getProtocolEra(), mode === 'legacy' ? 'legacy' : 'modern')
    await client.close()
  })
}

test('the first SDK finds the way to a token and calls a tool', async () => {
  const app = new McpApp()
  const transport = () => new FirstTransport(endpoint, { authProvider: app as never }) as never
  const client = new FirstClient({ name: 'first', version: '1.0.0' })
  await assert.rejects(client.connect(transport()), { name: 'Error' })
  assert.equal(
    await authInFirstSdk(app as never, { serverUrl: endpoint, authorizationCode: await agreed(app) }),
    'AUTHORIZED',
  )
  await client.connect(transport())
  greeted(await client.callTool(call))
  await client.close()
})

test('@ai-sdk/mcp finds the way to a token and calls a tool', async () => {
  const app = new McpApp()
  const open = () =>
    createMCPClient({ transport: { type: 'http', url: endpoint.href, authProvider: app as never } })
  await assert.rejects(open())
  await authInAiSdk(app as never, { serverUrl: endpoint, authorizationCode: await agreed(app) })
  const client = await open()
  const { greet_person: greet } = await client.tools()
  greeted(await greet?.execute?.(call.arguments, { toolCallId: '1', messages: [], context: {} } as never))
  await client.close()
})

test('@langchain/mcp-adapters finds the way to a token and calls a tool', async () => {
  const app = new McpApp()
  const make = () =>
    new MultiServerMCPClient({
      mcpServers: { greeter: { transport: 'http', url: endpoint.href, authProvider: app as never } },
    })
  await assert.rejects(make().getTools())
  await authInFirstSdk(app as never, { serverUrl: endpoint, authorizationCode: await agreed(app) })
  const client = make()
  const [tool] = await client.getTools()
  greeted(await tool?.invoke(call.arguments))
  await client.close()
})

test('the command of MCP Inspector calls a tool with a token in its header', async () => {
  const folder = join(modules, '@modelcontextprotocol/inspector-cli/build')
  const wanted = [
    '--method',
    'tools/call',
    '--tool-name',
    call.name,
    '--tool-arg',
    `name=${call.arguments.name}`,
  ]
  const header = ['--header', `Authorization: Bearer ${token}`]
  const run = promisify(execFile)(
    process.execPath,
    ['index.js', endpoint.href, '--transport', 'http', ...header, ...wanted],
    // It looks for its own manifest from the folder that it is started in.
    { cwd: folder, env: { PATH: process.env['PATH'] ?? '' } },
  )
  greeted((await run).stdout)
})

test('mcp-remote asks the person in the browser and carries the call of a client on this machine', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-remote-'))
  // The address that it prints is opened here; no browser of whoever runs the tests is.
  for (const name of ['open', 'xdg-open']) writeFileSync(join(folder, name), '#!/bin/sh\n', { mode: 0o755 })
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(modules, 'mcp-remote/dist/proxy.js'), endpoint.href, '--host', '127.0.0.1'],
    env: {
      HOME: folder,
      MCP_REMOTE_CONFIG_DIR: folder,
      BROWSER: join(folder, 'open'),
      PATH: [folder, process.env['PATH'] ?? ''].join(delimiter),
    },
    stderr: 'pipe',
  })
  const client = new Client({ name: 'local', version: '1.0.0' })
  const said = signInAddress(transport)
  const connected = client.connect(transport)
  const back = await consent(browser, await said)
  assert.equal((await fetch(back)).status, 200)
  await connected
  greeted(await client.callTool(call))
  await client.close()
  rmSync(folder, { recursive: true })
})

test('each of these calls went through the gateway and left a record', async () => {
  await product.app.telemetry.flush()
  const records = await product.app.telemetry.recent(ada.organisation, 100)
  const calls = records.filter(({ method }) => method === 'tools/call')
  assert.deepEqual(
    calls.map(({ tool, status }) => [tool, status]),
    Array.from({ length: 9 }, () => [call.name, 'ok']),
  )
})

function signInAddress({ stderr }: StdioClientTransport): Promise<URL> {
  let heard = ''
  return new Promise((resolve, reject) => {
    stderr?.on('data', (chunk: Buffer) => {
      heard += chunk.toString('utf8')
      const address = /Please authorize this client by visiting:\s+(\S+)\s/.exec(heard)?.[1]
      if (address !== undefined) resolve(new URL(address))
    })
    stderr?.once('close', () => reject(new Error(heard)))
  })
}
