import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client, StreamableHTTPClientTransport, type ClientCapabilities } from '@modelcontextprotocol/client'
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { startFixture } from '../../../test/conformance-fixture/start.ts'
import { gatewayBed, type GatewayBed } from '../../../test/gateway-bed.ts'

const all: ClientCapabilities = { elicitation: { form: {} }, sampling: {}, roots: {} }

/** A client of today that answers whatever it says that it can be asked. */
async function askedClient(
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

async function bedWith(speaks: 'modern' | 'legacy') {
  const server = await startFixture({ speaks })
  const bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
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

for (const [speaks, mode] of [
  ['legacy', { pin: '2026-07-28' }],
  ['modern', 'legacy'],
] as const) {
  test(`what a ${speaks} server asks reaches a client of the other era, and its answers go back into the call`, async () => {
    await using between = await bedWith(speaks)
    await using able = await askedClient(between.bed, between.at, mode)
    const call = async (name: string, input = {}) =>
      JSON.stringify(await able.client.callTool({ name, arguments: input }))
    assert.match(await call('test_input_required_result_elicitation'), /Hello, Ada!/)
    assert.match(await call('test_input_required_result_multiple_inputs'), /Bonjour Ada, 1 roots/)
    assert.match(await call('test_input_required_result_multi_round'), /Ada likes blue\./)
    assert.match(await call('test_elicitation', { message: 'Who?' }), /action=accept, .*ada@example\.com/)
    assert.deepEqual(able.asked, [
      'What is your name?',
      'What is your name?',
      'Step 1: What is your name?',
      'Step 2: What is your favorite color?',
      'Who?',
    ])
    const prompt = await able.client.getPrompt({ name: 'test_input_required_result_prompt' })
    assert.match(JSON.stringify(prompt), /Context: rain/)
    await using mute = await askedClient(between.bed, between.at, mode, {})
    const refused = await mute.client
      .callTool({ name: 'test_input_required_result_elicitation', arguments: {} })
      .then(JSON.stringify, String)
    assert.match(refused, /elicitation/)
  })
}

test('the first SDK answers what a newer server asks', async () => {
  await using between = await bedWith('modern')
  const { bed, at } = between
  const client = new OldClient({ name: 'old', version: '1.0.0' }, { capabilities: { elicitation: {} } })
  client.setRequestHandler(ElicitRequestSchema, () => ({ action: 'accept', content: { name: 'Bob' } }))
  const requestInit = { headers: { authorization: `Bearer ${at.token}` } }
  await client.connect(new OldTransport(bed.endpoint('tool'), { requestInit }) as never)
  const answer = await client.callTool({ name: 'test_input_required_result_elicitation', arguments: {} })
  assert.match(JSON.stringify(answer), /Hello, Bob!/)
  await client.close()
})
