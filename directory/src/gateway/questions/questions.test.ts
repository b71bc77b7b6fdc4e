import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { McpServer as OldServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport as OldServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { askedClient, bedWith } from '../../../test/asked-client.ts'
import { gatewayBed } from '../../../test/gateway-bed.ts'
import { listen } from '../../../test/login-server.ts'

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

/** On the first SDK; its tool asks as most do there: without a word about the call in which it asks. */
async function firstSdkServer() {
  const sessions = new Map<string, OldServerTransport>()
  const server = await listen(() => async (request, response) => {
    const known = sessions.get(String(request.headers['mcp-session-id']))
    if (known !== undefined) return await known.handleRequest(request, response)
    const transport = new OldServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void sessions.set(id, transport),
    })
    const made = new OldServer({ name: 'first', version: '1.0.0' })
    made.registerTool('greet', { description: 'Asks for a name and greets.' }, async () => {
      const name = { type: 'string' } as const
      const requestedSchema = { type: 'object', properties: { name } } as const
      const { content } = await made.server.elicitInput({ message: 'Who?', requestedSchema })
      return { content: [{ type: 'text', text: `Hello, ${String(content?.['name'])}!` }] }
    })
    await made.connect(transport as never)
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

test('a newer client is asked what an older server asks on the stream of its session', async () => {
  await using server = await firstSdkServer()
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('first', server.url)
  await bed.connect(ada, 'first')
  const at = { token: bed.token(ada, 'first'), slug: 'first' }
  await using able = await askedClient(bed, at, { pin: '2026-07-28' })
  for (const _ of [1, 2]) {
    const answer = await able.client.callTool({ name: 'greet', arguments: {} })
    assert.match(JSON.stringify(answer), /Hello, Ada!/)
  }
})
