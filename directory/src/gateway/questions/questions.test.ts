import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedClient, bedWith } from '../../../test/asked-client.ts'
import { firstSdkClient, firstSdkServer } from '../../../test/first-sdk.ts'
import { gatewayBed } from '../../../test/gateway-bed.ts'

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
  const answer = () => ({ action: 'accept', content: { name: 'Bob' } }) as const
  await using first = await firstSdkClient(between.bed, between.at, answer)
  const said = await first.client.callTool({ name: 'test_input_required_result_elicitation', arguments: {} })
  assert.match(JSON.stringify(said), /Hello, Bob!/)
})

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
