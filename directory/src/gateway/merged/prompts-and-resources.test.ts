import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '@modelcontextprotocol/client'
import { until } from '../../../../test/until.ts'
import { askedClient } from '../../../test/asked-client.ts'
import { startFixture } from '../../../test/conformance-fixture/start.ts'
import { everything, gatewayBed, modern } from '../../../test/gateway-bed.ts'
import { startGreeter } from '../../../test/greeter.ts'
import { pageOf } from './list-offered.ts'
import { offeredUri, splitUri, withOfferedUris, withOwnUris } from './offered-uris.ts'

/** Two servers with the same prompts and resources, one of each era, and one with tools alone. */
async function connectedBed() {
  const stack = new AsyncDisposableStack()
  const servers = {
    newer: stack.use(await startFixture({ speaks: 'modern' })),
    older: stack.use(await startFixture({ speaks: 'legacy' })),
    greeter: stack.use(await startGreeter()),
  }
  const bed = stack.use(await gatewayBed())
  const ada = bed.connections.person('ada')
  for (const [slug, { url }] of Object.entries(servers)) {
    bed.connections.list(slug, url)
    await bed.connect(ada, slug)
  }
  const ask = async (token: string, method: string, params: Record<string, unknown> = {}) => {
    const { body, headers } = modern(method, params)
    const name = typeof params['uri'] === 'string' && { 'mcp-name': params['uri'] }
    return JSON.parse(await (await bed.post(everything, token, body, { ...headers, ...name })).text())
  }
  const token = bed.token(ada, everything)
  return { bed, ada, token, ask, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

const uri = 'test://static-text'

const watched = 'test://watched-resource'

/** What a client hears of the changes of two servers that tell of the same. */
async function hearAll(client: Client, era: 'newer' | 'older'): Promise<void> {
  const heard: string[] = []
  client.setNotificationHandler('notifications/tools/list_changed', () => void heard.push('tools'))
  client.setNotificationHandler('notifications/prompts/list_changed', () => void heard.push('prompts'))
  client.setNotificationHandler(
    'notifications/resources/updated',
    ({ params }) => void heard.push(params.uri),
  )
  const uris = [offeredUri('newer', watched), offeredUri('older', watched)]
  const wanted = { toolsListChanged: true, promptsListChanged: true, resourceSubscriptions: uris }
  const listening = era === 'newer' ? await client.listen(wanted) : undefined
  if (listening !== undefined) assert.deepEqual(listening.honoredFilter, wanted)
  const expected = era === 'newer' ? ['tools', 'prompts', ...uris] : ['tools', 'prompts']
  for (const slug of ['newer', 'older']) {
    const own = expected.filter((each) => !each.startsWith('connectory:') || each.includes(`:${slug}:`))
    heard.length = 0
    // The servers' streams open one after the other, behind the stream of the client.
    await until(async () => {
      for (const what of ['prompt_change', 'resource_update', 'tool_change'])
        await client.callTool({ name: `${slug}__test_trigger_${what}`, arguments: {} })
      return own.every((each) => heard.includes(each))
    })
    assert.deepEqual(new Set(heard), new Set(own))
  }
  await listening?.close()
}

/** What a client sees of the prompts and resources of two servers that have the same. */
async function useAll(client: Client): Promise<void> {
  const { prompts, resources, completions } = client.getServerCapabilities() ?? {}
  assert.ok(prompts && resources && completions)
  const prompted = (await client.listPrompts()).prompts.map(({ name }) => name)
  const listed = (await client.listResources()).resources.map((resource) => resource.uri)
  const templates = (await client.listResourceTemplates()).resourceTemplates
  assert.equal(new Set(listed).size, listed.length)
  assert.ok(prompted.length > 2 && prompted.every((name) => /^(newer|older)__/.test(name)))
  for (const slug of ['newer', 'older']) {
    const own = offeredUri(slug, uri)
    assert.ok(prompted.includes(`${slug}__test_simple_prompt`) && listed.includes(own))
    const template = offeredUri(slug, 'test://template/{id}/data')
    assert.ok(templates.some(({ uriTemplate }) => uriTemplate === template))
    const prompt = await client.getPrompt({ name: `${slug}__test_simple_prompt` })
    assert.match(JSON.stringify(prompt.messages), /simple prompt for testing/)
    const given = { arg1: own, arg2: offeredUri('other', uri) }
    const filledIn = await client.getPrompt({ name: `${slug}__test_prompt_with_arguments`, arguments: given })
    assert.match(JSON.stringify(filledIn.messages), /'test:\/\/static-text'.*'connectory:other:test:/)
    const { contents } = await client.readResource({ uri: own })
    assert.equal(contents[0]?.uri, own)
    const filled = template.replace('{id}', '7')
    assert.match(JSON.stringify((await client.readResource({ uri: filled })).contents), /Data for ID: 7/)
    const ref = { type: 'ref/prompt', name: `${slug}__test_prompt_with_arguments` } as const
    const { completion } = await client.complete({ ref, argument: { name: 'arg1', value: 'par' } })
    assert.ok(completion.values.includes('paris'))
    const embedded = await client.callTool({ name: `${slug}__test_embedded_resource`, arguments: {} })
    assert.match(JSON.stringify(embedded), new RegExp(`"uri":"connectory:${slug}:test:`))
  }
}

test('clients of both eras have the prompts and resources of servers of both eras at one address, and hear of their changes', async () => {
  await using connected = await connectedBed()
  const { bed, ada, token, ask } = connected
  await using older = await askedClient(bed, { token, slug: everything }, 'legacy', {})
  await using newer = await askedClient(bed, { token, slug: everything }, { pin: '2026-07-28' }, {})
  await useAll(older.client)
  await useAll(newer.client)
  // Each list was asked for once, in the name of this person, and of who has none not at all.
  const read = (await bed.records(ada)).filter(({ method }) => method === 'prompts/list')
  assert.equal(read.length, 2)
  await hearAll(older.client, 'older')
  await hearAll(newer.client, 'newer')
  const bob = bed.token(bed.connections.person('bob'), everything)
  assert.deepEqual((await ask(bob, 'server/discover')).result.capabilities, { tools: { listChanged: true } })
  assert.deepEqual((await ask(bob, 'prompts/list')).result.prompts, [])
  const theirs = await ask(bob, 'resources/read', { uri: offeredUri('newer', uri) })
  assert.equal(theirs.error.data.connectUrl, `${bed.origin}/connect/newer`)
  for (const unknown of [uri, offeredUri('nobody', uri)]) {
    assert.equal((await ask(token, 'resources/read', { uri: unknown })).error.code, -32602)
  }
  for (const name of ['test_simple_prompt', 'nobody__x', 'newer__x']) {
    assert.equal((await ask(token, 'prompts/get', { name })).error.code, -32602)
  }
  for (const method of ['prompts/get', 'resources/read']) {
    const { error } = await ask(token, method)
    assert.deepEqual([error.code, /neither a prompt nor/.test(error.message)], [-32602, true], method)
  }
  const argument = { name: 'x', value: '' }
  for (const ref of [undefined, {}, { type: 'ref/resource', uri }]) {
    assert.equal((await ask(token, 'completion/complete', { ref, argument })).error.code, -32602)
  }
  const operator = bed.connections.person('olga', new Set(['operator']))
  await bed.holds.stop(operator, { kind: 'server', slug: 'older', tool: null, reason: 'Why not.' })
  const { result } = await ask(token, 'resources/list', {})
  assert.deepEqual(
    result._meta['connectory/left-out'].map(({ connector }: { connector: string }) => connector),
    ['older'],
  )
  assert.ok(result.resources.every((each: { uri: string }) => each.uri.startsWith('connectory:newer:')))
  assert.match((await ask(token, 'prompts/get', { name: 'older__x' })).error.message, /Why not/)
})

test('a URI is offered under the slug of its connector, and found again whatever stands in it', () => {
  for (const each of ['file:///a:b', '', 'connectory:other:x', 'urn:x', '../%2e{/path*}', 'a b']) {
    assert.deepEqual(splitUri(offeredUri('notes', each)), { slug: 'notes', uri: each })
  }
  for (const none of ['', 'file:///a', 'connectory:', 'connectory::x', 'connectory:notes']) {
    assert.equal(splitUri(none), undefined)
  }
})

test('an answer names resources as they are offered, and is otherwise byte for byte what the server wrote', () => {
  const out = (text: string) => withOfferedUris(text, JSON.parse(text), 'n')
  const link = '{"type":"resource_link", "uri":"a:\\u0031","n":1.50}'
  const changed = link.replace('"a:\\u0031"', '"connectory:n:a:1"')
  const inside = (block: string) => [
    `{"id":7,"result":{"content":[1,{"type":"text","text":"uri"},${block},{"resource":${block}}]}}`,
    `{"id":7,"result":{"messages":[{"role":"user","content":${block}},{"content":[${block}]}], "x":1e2}}`,
    `{"id":7,"result":{"contents":[${block}]}}`,
    `{"id":7,"result":{"inputRequests":{"a":1,"b":{"params":{"messages":[{"content":[{"content":[${block}]}]}]}}}}}`,
  ]
  inside(link).forEach((text, index) => assert.equal(out(text), inside(changed)[index]))
  for (const same of ['{"result":{"uri":"a:1"}}', '{"error":{}}', '{"result":{"content":{"uri":1}}}']) {
    assert.equal(out(same), same)
  }
})

test('arguments name resources of their connector as its server does; all else of them stays as it came', () => {
  const own = (text: string) => withOwnUris(text, 'n')
  assert.equal(own('{ "uri":"connectory:n:a:1","n":1.50}'), '{ "uri":"a:1","n":1.50}')
  assert.equal(
    own('{"a":[{"b":"connectory:n:a%20b"}, "connectory:n:\\u0041"]}'),
    '{"a":[{"b":"a%20b"}, "A"]}',
  )
  for (const same of [
    '{"text":"see connectory:n:a:1"}',
    '{"text":"connectory:n:a:1 says so"}',
    '{"uri":"connectory:other:a:1"}',
    '{"connectory:n:a:1" : true}',
    '{"quoted":"\\"connectory:n:a:1\\""}',
  ]) {
    assert.equal(own(same), same)
  }
  const deep = '['.repeat(100_000)
  assert.equal(own(`${deep}"connectory:n:a"${']'.repeat(100_000)}`), `${deep}"a"${']'.repeat(100_000)}`)
})

test('a list goes on where its last page has ended, whatever came or went before that', () => {
  const items = Array.from({ length: 401 }, (_, at) => ({ name: `n${at}` }))
  const first = pageOf(items, undefined)
  assert.equal(first.page.length, 200)
  const second = pageOf(items.slice(10), first.next)
  assert.equal(second.page[0]?.name, 'n200')
  assert.deepEqual(pageOf(items, second.next), { page: items.slice(400), next: undefined })
  // A server may write half of a surrogate pair, which no UTF-8 keeps.
  const odd = items.with(199, { name: '\ud800' })
  assert.equal(pageOf(odd, pageOf(odd, undefined).next).page[0]?.name, 'n200')
  assert.throws(() => pageOf(items, 'nowhere'), /not known here/)
  assert.throws(() => pageOf(items, 3), /not known here/)
})
