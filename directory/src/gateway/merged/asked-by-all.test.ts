import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ElicitationCompleteNotificationSchema } from '@modelcontextprotocol/sdk/types.js'
import { until } from '../../../../test/until.ts'
import { askedClient, bedWith } from '../../../test/asked-client.ts'
import { startFixture } from '../../../test/conformance-fixture/start.ts'
import { firstSdkClient, firstSdkServer } from '../../../test/first-sdk.ts'
import { everything, gatewayBed, type GatewayBed } from '../../../test/gateway-bed.ts'
import { offeredName } from './tool-names.ts'

interface At {
  readonly token: string
  readonly slug: string
}

/** What an older client gets from a server that asks, and one that can be asked nothing. */
async function useAsking(bed: GatewayBed, at: At, nameOf: (own: string) => string) {
  await using able = await askedClient(bed, at, 'legacy')
  const call = async ({ client }: typeof able, own: string, input = {}) =>
    await client.callTool({ name: nameOf(own), arguments: input }).then(JSON.stringify, String)
  const said = [
    await call(able, 'test_input_required_result_elicitation'),
    await call(able, 'test_input_required_result_multiple_inputs'),
    await call(able, 'test_input_required_result_multi_round'),
    await call(able, 'test_elicitation', { message: 'Who?' }),
    await call(able, 'test_sampling', { prompt: 'Greet.' }),
    JSON.stringify(await able.client.getPrompt({ name: nameOf('test_input_required_result_prompt') })),
  ]
  await using mute = await askedClient(bed, at, 'legacy', {})
  const refused = [
    await call(mute, 'test_input_required_result_elicitation'),
    await call(mute, 'test_input_required_result_sampling'),
  ]
  return { said, asked: able.asked, refused }
}

for (const speaks of ['legacy', 'modern'] as const) {
  test(`what a ${speaks} server asks reaches an older client at the address for everything as at its own`, async () => {
    await using between = await bedWith(speaks)
    const { bed, ada, at } = between
    const own = await useAsking(bed, at, (name) => name)
    const all = { token: bed.token(ada, everything), slug: everything }
    const merged = await useAsking(bed, all, (name) => offeredName(at.slug, name))
    assert.deepEqual(merged, own)
    const [greeted, several, rounds, elicited, sampled, prompted] = merged.said
    assert.match(greeted ?? '', /Hello, Ada!/)
    assert.match(several ?? '', /Bonjour Ada, 1 roots/)
    assert.match(rounds ?? '', /Ada likes blue\./)
    assert.match(elicited ?? '', /action=accept, .*ada@example\.com/)
    assert.match(sampled ?? '', /LLM response: Bonjour/)
    assert.match(prompted ?? '', /Context: rain/)
    assert.match(merged.refused.join(), /elicitation.*sampling/)
  })
}

test('servers of both eras ask at once in one session, and each gets its own answer: a form, a refusal, nothing', async () => {
  const stack = new AsyncDisposableStack()
  await using _all = stack
  const servers = {
    newer: stack.use(await startFixture({ speaks: 'modern' })),
    older: stack.use(await startFixture({ speaks: 'legacy' })),
    first: stack.use(await firstSdkServer()),
  }
  const bed = stack.use(await gatewayBed())
  const ada = bed.connections.person('ada')
  for (const [slug, { url }] of Object.entries(servers)) {
    bed.connections.list(slug, url)
    await bed.connect(ada, slug)
  }
  const actions = ['accept', 'decline', 'cancel'] as const
  const asked: string[] = []
  const allAsked = Promise.withResolvers<void>()
  const answer = async ({ message }: { message: string }) => {
    asked.push(message)
    // Nobody is answered before everybody has asked.
    if (asked.length === 9) allAsked.resolve()
    await allAsked.promise
    const [slug = '', said] = message.split(' ')
    const action = actions.find((one) => one === said) ?? assert.fail(message)
    return action === 'accept' ? { action, content: { name: slug, username: slug, email: 'e' } } : { action }
  }
  const at = { token: bed.token(ada, everything), slug: everything }
  const { client } = stack.use(await firstSdkClient(bed, at, answer))
  const call = async (slug: string, action: string) => {
    const name = `${slug}__${slug === 'first' ? 'greet' : 'test_elicitation'}`
    return JSON.stringify(await client.callTool({ name, arguments: { message: `${slug} ${action}` } }))
  }
  const calls = ['newer', 'older', 'first'].flatMap((slug) => actions.map((action) => call(slug, action)))
  const said = await Promise.all(calls)
  assert.equal(new Set(asked).size, 9)
  for (const [index, slug] of ['newer', 'older'].entries()) {
    const [accepted, ...others] = said.slice(3 * index)
    assert.match(accepted ?? '', new RegExp(`action=accept, .*${slug}`))
    assert.match(others[0] ?? '', /action=decline, content=\{\}/)
    assert.match(others[1] ?? '', /action=cancel, content=\{\}/)
  }
  assert.deepEqual(
    said.slice(6).map((text) => /"text":"([^"]+)"/.exec(text)?.[1]),
    ['Hello, first!', 'No name: decline.', 'No name: cancel.'],
  )
})

test('of two calls that ask on the stream of their session each gets its answer, whichever ends first, and however', async () => {
  await using server = await firstSdkServer()
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('first', server.url)
  await bed.connect(ada, 'first')
  const answers = new Map<string, () => void>()
  const at = { token: bed.token(ada, everything), slug: everything }
  await using first = await firstSdkClient(bed, at, async ({ message }) => {
    await new Promise<void>((resolve) => answers.set(message, resolve))
    return { action: 'accept', content: { name: message } }
  })
  for (const order of [
    ['one', 'two'],
    ['two', 'one'],
  ]) {
    const call = async (message: string) =>
      JSON.stringify(await first.client.callTool({ name: 'first__greet', arguments: { message } }))
    const calls = new Map(['one', 'two'].map((message) => [message, call(message)]))
    await until(() => answers.size === 2)
    for (const message of order) {
      answers.get(message)?.()
      assert.match((await calls.get(message)) ?? '', new RegExp(`Hello, ${message}!`))
    }
    answers.clear()
  }
  // What the second asks may stand on the stream of the first, which its caller gives up.
  const stop = new AbortController()
  const call = (message: string, signal?: AbortSignal) =>
    first.client.callTool({ name: 'first__greet', arguments: { message } }, undefined, signal && { signal })
  const given = assert.rejects(call('one', stop.signal))
  const kept = call('two')
  await until(() => answers.size === 2)
  stop.abort()
  await given
  await until(async () => (await bed.records(ada))[0]?.status === 'cancelled')
  answers.get('two')?.()
  assert.match(JSON.stringify(await kept), /Hello, two!/)
})

test('an older client visits the page to which an older server leads it, and hears that it was visited', async () => {
  await using server = await firstSdkServer()
  await using bed = await gatewayBed()
  const ada = bed.connections.person('ada')
  bed.connections.list('first', server.url)
  await bed.connect(ada, 'first')
  const pages: unknown[] = []
  const visited: unknown[] = []
  const at = { token: bed.token(ada, everything), slug: everything }
  await using first = await firstSdkClient(bed, at, (asked) => {
    assert.ok(asked.mode === 'url')
    pages.push(asked.elicitationId)
    return { action: asked.message === 'Visit.' ? 'accept' : 'decline' }
  })
  first.client.setNotificationHandler(
    ElicitationCompleteNotificationSchema,
    ({ params }) => void visited.push(params.elicitationId),
  )
  for (const [message, action] of [
    ['Visit.', 'accept'],
    ['Why?', 'decline'],
  ] as const) {
    const answer = await first.client.callTool({ name: 'first__visit', arguments: { message } })
    assert.match(JSON.stringify(answer), new RegExp(`The page: ${action}\\.`))
  }
  await until(() => visited.length === 2)
  assert.deepEqual(visited, pages)
  // Another server may have a page of the same name.
  assert.ok(new Set(pages).size === 2 && !pages.includes('page'))
})
