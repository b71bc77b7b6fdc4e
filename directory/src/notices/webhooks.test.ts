import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { Webhook } from 'standardwebhooks'
import { noticesBed } from '../../test/notices-bed.ts'
import { listening } from '../../test/submission-bed.ts'
import type { Viewer } from '../kernel/index.ts'
import type { WebhookId } from './channels.ts'

const bed = await noticesBed()
after(() => bed[Symbol.asyncDispose]())
const { notices, clock, database } = bed

interface Received {
  readonly headers: Record<string, string>
  readonly body: string
}

async function receiver() {
  const received: Received[] = []
  const state = { status: 204 }
  const server = await listening((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      received.push({ headers, body: Buffer.concat(parts).toString('utf8') })
      response.writeHead(state.status).end()
    })
  })
  return { ...server, received, state, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

async function webhookAt(url: string): Promise<{ readonly ada: Viewer; readonly id: WebhookId }> {
  const ada = await bed.person('ada')
  return { ada, id: await notices.addWebhook(ada, { url, language: 'de' }) }
}

test('what a program checks with the library is what we signed', async () => {
  await using server = await receiver()
  const { ada, id } = await webhookAt(server.url)
  // The library compares with the real time; the bed's begins when the file is read. First: the other tests move it.
  clock.advance(Math.max(0, Date.now() - clock.now().getTime()))
  await notices.testWebhook(ada, id)
  const [message] = server.received
  assert.ok(message)
  const secret = await notices.webhookSecret(ada, id)
  const verified = new Webhook(secret).verify(message.body, message.headers)
  assert.deepEqual(verified, JSON.parse(message.body))
  assert.throws(
    () => new Webhook(secret).verify(`${message.body} `, message.headers),
    /No matching signature/,
  )
})

test('a webhook is signed as Standard Webhooks says, and after a rotation with both secrets for a day', async () => {
  await using server = await receiver()
  const { ada, id } = await webhookAt(server.url)
  const first = await notices.webhookSecret(ada, id)
  const { rows } = await sql<{ secret: string }>`select secret from notice_webhook where id = ${id}`.execute(
    database.db,
  )
  assert.match(rows[0]?.secret ?? '', /^v2:/)
  await bed.tell({ to: { organisation: ada.organisation } })
  await bed.tell({ to: { organisation: ada.organisation, person: ada.person } })
  await bed.deliver()
  const [message, ...others] = server.received
  assert.ok(message)
  assert.deepEqual(others, [])
  const [notice] = (await notices.inbox(ada)).notices.filter(({ to }) => to.person === undefined)
  // As the library does it, but for the real time.
  const signed = (secret: string, { headers, body }: Received): boolean => {
    const at = new Date(Number(headers['webhook-timestamp']) * 1000)
    const mine = new Webhook(secret).sign(headers['webhook-id'] ?? '', at, body)
    return (headers['webhook-signature'] ?? '').split(' ').includes(mine)
  }
  assert.ok(signed(first, message))
  assert.equal(message.headers['webhook-id'], notice?.id)
  assert.deepEqual(Object.keys(JSON.parse(message.body)), ['type', 'timestamp', 'data'])
  assert.deepEqual(JSON.parse(message.body).data.what, 'Notes wurde abgelehnt')

  await notices.rotateWebhook(ada, id)
  const second = await notices.webhookSecret(ada, id)
  assert.notEqual(second, first)
  assert.equal((await notices.testWebhook(ada, id)).outcome, 'sent')
  clock.advance(25 * 3_600_000)
  await notices.testWebhook(ada, id)
  const [both, last] = server.received.slice(1)
  assert.ok(both !== undefined && last !== undefined)
  assert.deepEqual(
    [both, last].map((one) => [signed(first, one), signed(second, one)]),
    [
      [true, true],
      [false, true],
    ],
  )
})

test('a webhook that fails is tried again with the same id; one that took nothing for days is off, and told so', async () => {
  await using server = await receiver()
  const { ada, id } = await webhookAt(server.url)
  const eve = await bed.person('eve')
  await assert.rejects(notices.webhook(eve, id), { code: 'not-found' })
  await assert.rejects(notices.webhookSecret(eve, id), { code: 'not-found' })
  await assert.rejects(notices.webhooks(await bed.person('ben', ada.organisation)), { code: 'not-allowed' })
  server.state.status = 503
  await bed.tell({ to: { organisation: ada.organisation } })
  for (let n = 0; n < 12; n += 1) {
    await bed.deliver()
    clock.advance(31 * 3_600_000)
  }
  assert.equal(server.received.length, 10)
  assert.equal(new Set(server.received.map(({ headers }) => headers['webhook-id'])).size, 1)
  const [told, about] = (await notices.inbox(ada)).notices
  assert.equal(told?.kind, 'notices.webhook-off')
  const { state, deliveries } = await notices.webhook(ada, id)
  assert.deepEqual([state, deliveries[0]?.notice, deliveries[0]?.state], ['failing', about?.id, 'given-up'])

  server.state.status = 410
  await notices.switchWebhookOn(ada, id)
  await bed.tell({ to: { organisation: ada.organisation } })
  await bed.deliver()
  assert.equal((await notices.webhook(ada, id)).state, 'gone')
  await notices.removeWebhook(ada, id)
  assert.deepEqual(await notices.webhooks(ada), [])
})

test('webhooks that end at the same time need no more connections than there are', async () => {
  const waiting: (() => void)[] = []
  await using server = await listening((_request, response) => {
    waiting.push(() => response.writeHead(410).end())
    if (waiting.length === 2) for (const answer of waiting) answer()
  })
  const { ada, id } = await webhookAt(server.url)
  const other = await notices.addWebhook(ada, { url: `${server.url}/other`, language: 'en' })
  const { opened, notices: small } = bed.replica()
  await bed.tell({ to: { organisation: ada.organisation } })
  await bed.deliver(small)
  assert.deepEqual(
    (await notices.webhooks(ada)).map((one) => one.state),
    ['gone', 'gone'],
  )
  await Promise.all([id, other].map((one) => small.rotateWebhook(ada, one)))
  await opened.close()
})

test('a fault of ours is an attempt, ends after the last one, and switches no webhook off', async () => {
  await using server = await receiver()
  const { ada, id } = await webhookAt(server.url)
  const { opened, notices: faulty } = bed.replica({ otherKey: true })
  await bed.tell({ to: { organisation: ada.organisation } })
  for (let n = 0; n < 12; n += 1) {
    await bed.deliver(faulty)
    clock.advance(31 * 3_600_000)
  }
  const { state, deliveries } = await notices.webhook(ada, id)
  assert.deepEqual(
    [state, deliveries[0]?.state, deliveries[0]?.attempts.length, deliveries[0]?.attempts[0]?.outcome],
    ['on', 'given-up', 10, 'failed'],
  )
  assert.deepEqual(server.received, [])
  await opened.close()
})

test('no webhook reaches a private address, and none is without https, where loopback is not allowed', async () => {
  await using server = await receiver()
  const { ada, id } = await webhookAt(server.url)
  const { opened, notices: strict } = bed.replica({ allowLoopback: false })
  const { outcome, detail } = await strict.testWebhook(ada, id)
  assert.equal(outcome, 'failed', detail)
  const inside = await strict.addWebhook(ada, { url: 'https://127.0.0.1:9/hook', language: 'en' })
  assert.match((await strict.testWebhook(ada, inside)).detail, /127\.0\.0\.1/)
  for (const url of [
    'http://hooks.example.com',
    'https://user:secret@hooks.example.com',
    'file:///etc/passwd',
  ]) {
    await assert.rejects(strict.addWebhook(ada, { url, language: 'en' }), { code: 'invalid-input' }, url)
  }
  assert.deepEqual(server.received, [])
  await opened.close()
})

test('a feed has an address that nobody can guess and that ends when it is renewed', async () => {
  const ada = await bed.person('ada')
  await bed.tell({ to: { organisation: ada.organisation }, quote: 'A & B <c>' })
  await bed.tell({ to: { organisation: ada.organisation, person: ada.person } })
  await notices.makeFeed(ada, 'es')
  const tokenOf = async (): Promise<string> => (await notices.feed(ada))?.pathname.split('/').at(-1) ?? ''
  const token = await tokenOf()
  assert.match(token, /^[\w-]{43}$/)
  const feed = (await notices.readFeed(token)) ?? ''
  assert.match(feed, /<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom" xml:lang="es">/)
  assert.equal(feed.match(/<entry>/g)?.length, 1)
  assert.match(feed, /<title>Notes fue rechazado<\/title>/)
  assert.match(feed, /A &amp; B &lt;c&gt;/)
  await notices.makeFeed(ada, 'en')
  assert.equal(await notices.readFeed(token), undefined)
  await notices.removeFeed(ada)
  assert.equal(await notices.feed(ada), undefined)
})
