import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { gatewayBed, type GatewayBed } from '../../directory/test/gateway-bed.ts'
import type { Viewer } from '../../directory/src/kernel/index.ts'
import { runSuite, type Results } from './suite.ts'

interface Scenario {
  readonly url: string
  readonly scenario: string
  readonly revision: string
  readonly context: {
    readonly client_id?: string
    readonly client_secret?: string
    readonly issuer?: string
    readonly toolCalls?: readonly { readonly name: string; readonly arguments: Record<string, unknown> }[]
  }
}

/** How often a person signs in again when a server asks for more, or for another login. */
const mostSignIns = 2

/**
 * The suite for clients on our broker: each scenario's server is connected as a person connects a connector, and then
 * called by the SDK's client through the gateway. A browser follows the redirect of the scenario's login by itself.
 * @param scenario this one alone; default: all that the revision requires, and those that count for none
 */
export async function runOnOurBroker(revision: string, scenario?: string): Promise<Results> {
  await using bed = await gatewayBed({}, { publicUrl: 'https://directory.example' })
  let scenarios = 0
  const driver = createServer(async (request, response) => {
    const asked = JSON.parse(Buffer.concat(await request.toArray()).toString('utf8')) as Scenario
    try {
      await drive(bed, `scenario-${(scenarios += 1)}`, asked)
      response.end('done\n')
    } catch (error) {
      response.writeHead(500).end(`${String(error)}\n`)
    }
  })
  await new Promise<void>((done) => driver.listen(0, '127.0.0.1', done))
  const { port } = driver.address() as AddressInfo
  const client = join(import.meta.dirname, 'ask-driver.mjs')
  const command = `${process.execPath} ${client} http://127.0.0.1:${port}/`
  try {
    const which =
      scenario === undefined
        ? ['--requirements', revision]
        : ['--scenario', scenario, '--spec-version', revision, '--force']
    return await runSuite(['client', '--command', command, ...which, '--timeout', '60000'])
  } finally {
    driver.closeAllConnections()
    driver.close()
  }
}

async function drive(bed: GatewayBed, slug: string, asked: Scenario): Promise<void> {
  const { connections } = bed
  // A proof of possession says when it was made, and the suite compares that with its own clock.
  connections.clock.advance(Date.now() - connections.clock.now().getTime())
  const person = connections.person(slug, new Set(['operator']))
  connections.list(slug, asked.url, { staticClient: asked.context.client_id !== undefined })
  await enterClient(bed, person, slug, asked)
  await signIn(bed, person, slug)
  for (let signIns = 1; ; signIns += 1) {
    try {
      return await talk(bed, person, slug, asked)
    } catch (error) {
      const wantsPerson = /Connect again|not connected|negotiation failed/.test(String(error))
      if (!wantsPerson || signIns > mostSignIns) throw error
      await signIn(bed, person, slug)
    }
  }
}

/** What an operator was given by the owner of the login. */
async function enterClient(
  { connections }: GatewayBed,
  person: Viewer,
  slug: string,
  { context, url }: Scenario,
): Promise<void> {
  const { client_id: clientId, client_secret: clientSecret } = context
  if (clientId === undefined) return
  const metadata = await fetch(new URL('/.well-known/oauth-protected-resource/mcp', url))
  const { authorization_servers } = (await metadata.json()) as { readonly authorization_servers: [string] }
  const issuer = context.issuer ?? authorization_servers[0]
  const secret = clientSecret === undefined ? {} : { clientSecret }
  await connections.connections.setStaticClient(person, { slug, issuer, clientId, ...secret })
}

async function signIn(
  { connections: { connections } }: GatewayBed,
  person: Viewer,
  slug: string,
): Promise<void> {
  const begun = await connections.begin(person, slug)
  if (begun.kind === 'connected') return
  if (begun.kind !== 'continue') throw new Error(`Connecting ended: ${JSON.stringify(begun)}`)
  const answer = await fetch(begun.to, { redirect: 'manual' })
  const back = answer.headers.get('location')
  if (back === null) throw new Error(`The login answered ${answer.status} and sent nobody back.`)
  const ended = await connections.callback(person, new URL(back))
  if (ended.kind !== 'connected') throw new Error(`The sign-in ended: ${JSON.stringify(ended)}`)
}

async function talk(bed: GatewayBed, person: Viewer, slug: string, asked: Scenario): Promise<void> {
  const headers = { authorization: `Bearer ${bed.token(person, slug)}` }
  const modern = asked.revision === '2026-07-28'
  const client = new Client(
    { name: 'conformance', version: '1.0.0' },
    {
      versionNegotiation: { mode: modern ? { pin: '2026-07-28' } : 'legacy' },
      capabilities: { elicitation: { form: { applyDefaults: true } }, sampling: {}, roots: {} },
    },
  )
  client.setRequestHandler('elicitation/create', () => ({ action: 'accept', content: {} }))
  await client.connect(new StreamableHTTPClientTransport(bed.endpoint(slug), { requestInit: { headers } }))
  try {
    await useEverything(client, asked)
  } finally {
    await client.close()
  }
}

/** Calls what is there, once each. */
async function useEverything(client: Client, { context }: Scenario): Promise<void> {
  const can = client.getServerCapabilities() ?? {}
  const tools = can.tools === undefined ? [] : (await client.listTools()).tools
  const calls =
    context.toolCalls ?? tools.map(({ name, inputSchema }) => ({ name, arguments: sampleOf(inputSchema) }))
  for (const call of calls) await client.callTool(call)
  if (can.resources !== undefined) {
    const { resources } = await client.listResources()
    for (const { uri } of resources) await client.readResource({ uri })
  }
  if (can.prompts !== undefined) {
    const { prompts } = await client.listPrompts()
    for (const { name } of prompts) await client.getPrompt({ name })
  }
}

const samples: Readonly<Record<string, unknown>> = {
  string: 'a',
  number: 1,
  integer: 1,
  boolean: true,
  array: [],
}

function sampleOf(schema: {
  readonly properties?: Readonly<Record<string, unknown>> | undefined
}): Record<string, unknown> {
  const properties = Object.entries(schema.properties ?? {})
  return Object.fromEntries(
    properties.map(([name, value]) => [
      name,
      samples[(value as { readonly type?: string }).type ?? ''] ?? 'a',
    ]),
  )
}
