import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everything, gatewayBed, modern } from '../../test/gateway-bed.ts'
import { reply, scriptedServer } from '../../test/scripted-server.ts'
import { createIds, manualClock, type ListingId, type PersonId } from '../kernel/index.ts'
import { createRateLimits, type Rates } from './rate-limits.ts'

const clock = manualClock(new Date('2026-11-21T12:00:00Z'))
const ids = createIds(clock)
const someone = () => ({ person: ids.next<PersonId>(), listing: ids.next<ListingId>(), tool: 'x' })
const limits = (rates: Rates) => createRateLimits(rates, () => clock.now())

test('the quota can be used at once, then calls come back one by one', () => {
  const subject = someone()
  const rates = limits({ user: { most: 3, seconds: 60 } })
  for (let call = 0; call < 3; call += 1) assert.equal(rates.take(subject).refused, undefined)
  assert.deepEqual(rates.take(subject).refused, {
    by: 'user',
    rate: { most: 3, seconds: 60 },
    retryAfter: 20,
  })
  clock.advance(19_999)
  assert.equal(rates.take(subject).refused?.retryAfter, 1)
  clock.advance(1)
  assert.equal(rates.take(subject).refused, undefined)
  assert.equal(rates.take(subject).refused?.retryAfter, 20)
})

test('the headers say the policy, what is left of it, and when it is whole again', () => {
  const subject = someone()
  const rates = limits({ user: { most: 3, seconds: 60 }, tool: { most: 2, seconds: 10 } })
  assert.deepEqual(rates.take(subject).headers, {
    'ratelimit-policy': '"user";q=3;w=60, "tool";q=2;w=10',
    ratelimit: '"user";r=2;t=20, "tool";r=1;t=5',
  })
  assert.equal(rates.take(subject).headers['ratelimit'], '"user";r=1;t=40, "tool";r=0;t=10')
  const refused = rates.take(subject)
  assert.equal(refused.refused?.by, 'tool')
  assert.equal(refused.headers['retry-after'], '5')
  // A refused call was counted nowhere.
  assert.equal(rates.take({ ...subject, tool: undefined }).headers['ratelimit'], '"user";r=0;t=60')
})

test('people do not use up each other’s quota, and see nothing of what others use until it stops them', () => {
  const [one, other] = [someone(), someone()]
  const rates = limits({ user: { most: 1, seconds: 60 }, global: { most: 2, seconds: 60 } })
  assert.equal(rates.take(one).refused, undefined)
  assert.equal(rates.take(one).refused?.by, 'user')
  assert.equal(rates.take(other).headers['ratelimit'], '"user";r=0;t=60')
  const third = rates.take(someone())
  assert.equal(third.refused?.by, 'global')
  assert.match(third.headers['ratelimit'] ?? '', /"user";r=1;t=0, "global";r=0;t=60/)
})

test('refused calls of ever new tools crowd out nobody who is remembered', () => {
  const [one, other] = [someone(), someone()]
  const rates = limits({ user: { most: 2, seconds: 60 }, tool: { most: 1, seconds: 60 } })
  assert.equal(rates.take(other).refused, undefined)
  for (const tool of ['a', 'b']) assert.equal(rates.take({ ...one, tool }).refused, undefined)
  for (let nth = 0; nth <= 100_000; nth += 1) {
    assert.equal(rates.take({ ...one, tool: `new ${nth}` }).refused?.by, 'user')
  }
  assert.equal(rates.take(other).refused?.by, 'tool')
})

test('a connector and a tool have limits of their own', () => {
  const subject = someone()
  const rates = limits({ connector: { most: 1, seconds: 60 }, tool: { most: 1, seconds: 60 } })
  assert.equal(rates.take(subject).refused, undefined)
  assert.equal(rates.take({ ...subject, tool: 'y' }).refused?.by, 'connector')
  assert.equal(rates.take({ ...subject, listing: ids.next<ListingId>() }).refused, undefined)
})

test('a tool without a name is each person’s own too, and of a long name 200 characters count', () => {
  const [one, other] = [someone(), someone()]
  const rates = limits({ tool: { most: 1, seconds: 60 } })
  for (const tool of ['', 'x'.repeat(200), `${'y'.repeat(200)}1`]) {
    for (const subject of [one, other]) assert.equal(rates.take({ ...subject, tool }).refused, undefined)
    assert.equal(rates.take({ ...one, tool }).refused?.by, 'tool')
  }
  assert.equal(rates.take({ ...one, tool: 'x'.repeat(199) }).refused, undefined)
  assert.equal(rates.take({ ...one, tool: `${'y'.repeat(200)}2` }).refused?.by, 'tool')
})

test('over HTTP a refused call is a 429 with a JSON-RPC error that says who limits, and until when', async () => {
  await using server = await scriptedServer('modern', ({ message }, response) =>
    reply(response, 200, { jsonrpc: '2.0', id: message.id, result: { content: [] } }),
  )
  await using bed = await gatewayBed({ rates: { user: { most: 2, seconds: 60 } } })
  const ada = bed.connections.person('ada')
  bed.connections.list('tool', server.url)
  await bed.connect(ada, 'tool')
  const call = modern('tools/call', { name: 'x', arguments: {} })
  const post = () => bed.post('tool', bed.token(ada, 'tool'), call.body, call.headers)
  const passed = await post()
  assert.deepEqual(
    [passed.status, passed.headers.get('ratelimit-policy'), passed.headers.get('ratelimit')],
    [200, '"user";q=2;w=60', '"user";r=1;t=30'],
  )
  await post()
  const refused = await post()
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '30'])
  const { id, error } = (await refused.json()) as { id: number; error: Record<string, unknown> }
  assert.equal(id, 7)
  assert.deepEqual(error, {
    code: -32015,
    message:
      'You have made 2 calls in 60 seconds, which is the most for one person. Try again in 30 seconds.',
    data: { limit: 'user', most: 2, seconds: 60, retryAfter: 30 },
  })
  assert.equal(server.received.filter((one) => one.message.method === 'tools/call').length, 2)
  const list = modern('tools/list')
  const all = await bed.post(everything, bed.token(ada, everything), list.body, list.headers)
  assert.deepEqual([all.status, all.headers.get('retry-after')], [429, '30'])
})
