import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { until } from '../../../test/until.ts'
import { createTestAuthority, type TestAuthority } from '../test/servers/certificates.ts'
import { startEndlessBody } from '../test/servers/endless-body.ts'
import { startGzipBomb } from '../test/servers/gzip-bomb.ts'
import { listen, type RunningServer } from '../test/servers/listen.ts'
import { startRedirector } from '../test/servers/redirector.ts'
import { startSlowHeaders } from '../test/servers/slow-headers.ts'
import { createSafeFetch, type SafeFetch, type SafeFetchOptions } from './safe-fetch.ts'

const running: (RunningServer | SafeFetch)[] = []
after(async () => {
  for (const each of running) await each.close()
})
const keep = <T extends RunningServer | SafeFetch>(each: T): T => {
  running.push(each)
  return each
}
const door = (options: Partial<SafeFetchOptions> = {}): SafeFetch =>
  keep(createSafeFetch({ allowLoopback: true, ...options }))
const strict = (options: Partial<SafeFetchOptions> = {}): SafeFetch =>
  door({ allowLoopback: false, ...options })

let redirector: RunningServer
let authority: TestAuthority
before(async () => {
  redirector = keep(await startRedirector())
  authority = await createTestAuthority()
})

const badHosts: readonly (readonly [string, string])[] = [
  ['https://127.0.0.1/', 'private-address'],
  ['https://[::1]/', 'private-address'],
  ['https://10.1.2.3/', 'private-address'],
  ['https://169.254.169.254/latest/meta-data', 'private-address'],
  ['https://[::ffff:127.0.0.1]/', 'private-address'],
  ['https://[::ffff:7f00:1]/', 'private-address'],
  ['https://[2002:7f00:1::]/', 'private-address'],
  ['https://[64:ff9b::7f00:1]/', 'private-address'],
  ['https://[fe80::1]/', 'private-address'],
  ['https://0.0.0.0/', 'private-address'],
  ['https://2130706433/', 'obscured-host'],
  ['https://0177.0.0.1/', 'obscured-host'],
  ['https://0x7f000001/', 'obscured-host'],
  ['https://127.1/', 'obscured-host'],
  ['https://2130706433/127.0.0.1', 'obscured-host'],
  ['https://localhost/', 'private-address'],
  ['http://example.org/', 'insecure-scheme'],
  ['ftp://example.org/', 'unsupported-scheme'],
  ['file:///etc/passwd', 'unsupported-scheme'],
  ['https://user:pass@example.org/', 'credentials-in-url'],
  ['not a url', 'bad-url'],
  ['https://', 'bad-url'],
]
for (const [url, code] of badHosts) {
  test(`${url} is refused with ${code}`, async () => {
    // `file:///etc/passwd` has no host; either sentence is right, but nothing may be read.
    await assert.rejects(
      strict()(url),
      (error: { code: string }) =>
        error.code === code || (url.startsWith('file') && error.code === 'bad-url'),
    )
  })
}

test('the same private literals are refused when loopback is allowed', async () => {
  for (const host of ['10.0.0.1', '[::ffff:127.0.0.1]', '169.254.169.254', '0.0.0.0']) {
    await assert.rejects(door()(`http://${host}/`), { code: 'private-address' })
  }
})

test('a name that resolves to public and private addresses is refused', async () => {
  const fetch = strict({ resolve: async () => ['93.184.216.34', '127.0.0.1'] })
  await assert.rejects(fetch('https://mixed.test/'), { code: 'mixed-addresses' })
})

test('a name that does not resolve is a sentence about the name', async () => {
  const fetch = strict({
    resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
  })
  await assert.rejects(fetch('https://nowhere.test/'), {
    code: 'dns-failed',
    message: /nowhere\.test.*ENOTFOUND/,
  })
})

test('rebinding: the address that was judged is the one that is dialled, and each connection is judged', async () => {
  const server = keep(
    await listen((_request, response) => response.setHeader('connection', 'close').end('private')),
  )
  const answers = [['127.0.0.1'], ['10.255.255.1'], ['127.0.0.1']]
  let asked = 0
  const fetch = door({ resolve: async () => answers[asked++] ?? [] })
  const first = await fetch(`http://rebind.test:${server.port}/`)
  assert.equal(first.address, '127.0.0.1')
  assert.equal(await first.text(), 'private')
  assert.equal(asked, 1)
  await assert.rejects(fetch(`http://rebind.test:${server.port}/`), { code: 'private-address' })
  assert.equal(asked, 2)
})

test('rebinding: a public answer followed by a loopback answer never reaches loopback', async () => {
  const server = keep(await listen((_request, response) => response.end('private')))
  let asked = 0
  const fetch = strict({ resolve: async () => (asked++ === 0 ? ['203.0.114.1'] : ['127.0.0.1']) })
  await assert.rejects(fetch(`https://rebind.test:${server.port}/`, { timeoutMs: 150 }))
  await assert.rejects(fetch(`https://rebind.test:${server.port}/`, { timeoutMs: 150 }), {
    code: 'private-address',
  })
  assert.equal(server.connections(), 0)
})

test('a redirect is returned as it is unless hops are asked for', async () => {
  const answer = await door()(`${redirector.origin}/to?url=/echo`)
  assert.equal(answer.status, 302)
  await answer.body.cancel()
})

test('a redirect to the same origin is followed, 307 with method and body, 303 as GET', async () => {
  for (const [status, method, body] of [
    [307, 'POST', 'hello'],
    [308, 'POST', 'hello'],
    [303, 'GET', ''],
    [302, 'GET', ''],
  ] as const) {
    const answer = await door()(`${redirector.origin}/to?status=${status}&url=/echo`, {
      method: 'POST',
      body: 'hello',
      redirects: 2,
    })
    assert.equal(answer.url, `${redirector.origin}/echo`)
    assert.partialDeepStrictEqual(await answer.json(), { method, body })
  }
})

test('a redirect to another origin is refused and carries no Authorization there', async () => {
  const other = keep(await listen((_request, response) => response.end('stolen')))
  await assert.rejects(
    door()(`${redirector.origin}/to?url=${encodeURIComponent(other.origin)}`, {
      redirects: 3,
      headers: { authorization: 'Bearer secret' },
    }),
    { code: 'redirect-refused' },
  )
  assert.equal(other.connections(), 0)
})

test('a redirect to a private address, another scheme or an obscured host is refused', async () => {
  const targets = {
    'https://10.0.0.1/': 'redirect-refused',
    'file:///etc/passwd': 'bad-url',
    'https://2130706433/': 'redirect-refused',
    'ftp://a.test/': 'unsupported-scheme',
  }
  for (const [target, code] of Object.entries(targets)) {
    await assert.rejects(
      door()(`${redirector.origin}/to?url=${encodeURIComponent(target)}`, { redirects: 3 }),
      (error: { code: string }) => error.code === code || error.code === 'unsupported-scheme',
    )
  }
})

test('a redirect loop ends with a sentence', async () => {
  await assert.rejects(door()(`${redirector.origin}/loop`, { redirects: 3 }), { code: 'too-many-redirects' })
})

test('a compression bomb stops at the cap in every encoding', async () => {
  const bomb = keep(await startGzipBomb())
  for (const path of ['/gzip', '/br', '/deflate', '/deflate-raw']) {
    const answer = await door()(`${bomb.origin}${path}`, { maxBytes: 1_000_000 })
    await assert.rejects(answer.bytes(), { code: 'body-too-large', message: /after decompression/ }, path)
  }
})

test('an endless body stops at the byte cap', async () => {
  const endless = keep(await startEndlessBody())
  const answer = await door()(endless.origin, { maxBytes: 300_000 })
  await assert.rejects(answer.bytes(), { code: 'body-too-large' })
})

test('headers that never end stop at the header cap, a slow body at the total cap', async () => {
  const slow = keep(await startSlowHeaders())
  await assert.rejects(door()(slow.origin, { headersTimeoutMs: 100 }), { code: 'headers-timeout' })
  const silent = keep(await listen((_request, response) => void response.writeHead(200).write('begin')))
  const answer = await door()(silent.origin, { timeoutMs: 150 })
  await assert.rejects(answer.text(), { code: 'timeout' })
})

test('the total cap goes on counting after a redirect', async () => {
  const slow = keep(
    await listen((request, response) => {
      if (request.url === '/') return void response.writeHead(302, { location: '/slow' }).end()
      response.writeHead(200).write('begin')
    }),
  )
  const answer = await door()(slow.origin, { timeoutMs: 200, redirects: 1 })
  await assert.rejects(answer.text(), { code: 'timeout' })
})

test('gzip, br and deflate bodies arrive decoded; an unknown or stacked encoding is refused', async () => {
  const server = keep(
    await listen((request, response) => {
      response.setHeader('content-encoding', (request.url ?? '').slice(1).replace('+', ', '))
      response.end(gzipSync('{"ok":true}'))
    }),
  )
  assert.deepEqual(await (await door()(`${server.origin}/gzip`)).json(), { ok: true })
  await assert.rejects(door()(`${server.origin}/compress`), { code: 'bad-encoding' })
  await assert.rejects(door()(`${server.origin}/gzip+gzip`), { code: 'bad-encoding' })
  const damaged = await door()(`${server.origin}/br`)
  await assert.rejects(damaged.text(), { code: 'bad-encoding' })
})

test('HTML where JSON is expected is named', async () => {
  const server = keep(
    await listen((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<!doctype html>'),
    ),
  )
  await assert.rejects((await door()(server.origin)).json(), { code: 'not-json', message: /HTML/ })
})

test('event streams pass through chunk by chunk, compressed ones too, and cancelling closes the connection', async () => {
  const { createGzip } = await import('node:zlib')
  let closed = 0
  const server = keep(
    await listen((request, response) => {
      request.socket.once('close', () => (closed += 1))
      response.setHeader('content-type', 'text/event-stream')
      if (request.url === '/plain') return void response.write('data: 1\n\n')
      response.setHeader('content-encoding', 'gzip')
      const gzip = createGzip()
      gzip.pipe(response)
      gzip.write('data: 1\n\n')
      gzip.flush()
    }),
  )
  for (const path of ['/plain', '/gzip']) {
    const answer = await door()(`${server.origin}${path}`)
    const reader = answer.body.getReader()
    const { value } = await reader.read()
    assert.equal(new TextDecoder().decode(value), 'data: 1\n\n')
    await reader.cancel()
  }
  await until(() => closed === 2, 2_000)
})

test('aborting the signal cancels upstream before and after the headers', async () => {
  let closed = 0
  const server = keep(
    await listen((request, response) => {
      request.socket.once('close', () => (closed += 1))
      if (request.url === '/late') response.writeHead(200).write('begin')
    }),
  )
  const early = new AbortController()
  const waiting = door()(server.origin, { signal: early.signal })
  setTimeout(() => early.abort(), 30)
  await assert.rejects(waiting, { code: 'cancelled' })
  const late = new AbortController()
  const answer = await door()(`${server.origin}/late`, { signal: late.signal })
  late.abort()
  await assert.rejects(answer.text(), { code: 'cancelled' })
  await until(() => closed === 2, 2_000)
})

test('TLS: an untrusted root, another name and an expired certificate are each named; a trusted one tells its facts', async () => {
  const respond = (_request: unknown, response: { end(text: string): void }): void => response.end('ok')
  const good = keep(await listen(respond, await authority.issue({ hosts: ['good.test'] })))
  const old = keep(await listen(respond, await authority.issue({ hosts: ['old.test'], expired: true })))
  const resolve = async (): Promise<string[]> => ['127.0.0.1']
  await assert.rejects(door({ resolve })(`https://good.test:${good.port}/`), { code: 'tls-failed' })
  const trusting = door({ resolve, trustedCertificates: [authority.root] })
  await assert.rejects(trusting(`https://wrong.test:${good.port}/`), {
    code: 'tls-failed',
    message: /another name/,
  })
  await assert.rejects(trusting(`https://old.test:${old.port}/`), { code: 'tls-failed', message: /expired/ })
  const answer = await trusting(`https://good.test:${good.port}/`)
  assert.equal(await answer.text(), 'ok')
  assert.partialDeepStrictEqual(answer.tls, { authorized: true, protocol: 'TLSv1.3' })
})

test('a refused connection and a broken one have their own codes', async () => {
  const gone = await listen(() => undefined)
  await gone.close()
  await assert.rejects(door()(gone.origin), { code: 'connection-refused' })
  const rude = keep(await listen((request) => void request.socket.destroy()))
  await assert.rejects(door()(rude.origin), { code: 'connection-lost' })
})

test('asFetch has the shape of fetch and its errors are WireErrors', async () => {
  const fetch = door().asFetch
  const answer = await fetch(`${redirector.origin}/echo`, {
    method: 'POST',
    body: new URLSearchParams({ a: 'b' }),
  })
  assert.equal(answer.status, 200)
  assert.equal(answer.url, `${redirector.origin}/echo`)
  const seen = (await answer.json()) as { headers: Record<string, string>; body: string }
  assert.equal(seen.body, 'a=b')
  assert.match(seen.headers['content-type'] ?? '', /x-www-form-urlencoded/)
  await assert.rejects(strict().asFetch('https://127.0.0.1/'), { code: 'private-address' })
})

test('the caller cannot set Host, and a malformed header is a sentence', async () => {
  const answer = await door()(`${redirector.origin}/echo`, { headers: { Host: 'internal', 'X-A': '1' } })
  assert.partialDeepStrictEqual(await answer.json(), {
    headers: { host: new URL(redirector.origin).host, 'x-a': '1' },
  })
  await assert.rejects(door()(redirector.origin, { headers: { 'x-a': 'a\r\nb: c' } }), {
    code: 'bad-request',
  })
})
