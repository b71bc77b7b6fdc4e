import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { reportSchema, type Report } from '@connectory/checker'
import { freePort } from '../../../test/free-port.ts'
import { startPair, type Pair } from '../../checker/test/faulty-login/pair.ts'
import { walkThroughConsent } from '../../checker/test/faulty-login/walk.ts'
import {
  connectory,
  messageIn,
  spawnConnectory,
  startConnectory,
  type Running,
} from '../test/run-connectory.ts'

let folder = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connectory-login-'))
})

after(async () => {
  await rm(folder, { recursive: true, force: true })
})

const loginAt = (pair: Pair, ...more: string[]): Running =>
  startConnectory(['check', pair.mcpUrl, '--allow-loopback', '--login', ...more])

/** What a person does: opens the printed address, clicks, and lets the browser go where it is sent. */
async function answer(running: Running, choice: 'allow' | 'deny' = 'allow'): Promise<string> {
  const [, url = ''] = await running.said(/^ {2}(http\S+)\n/m)
  const back = await fetch(await walkThroughConsent(url, choice))
  return await back.text()
}

const read = (text: string): Report => reportSchema.parse(JSON.parse(text))

/** Everything that the authorization server ever gave out. */
function secretsOf({ world }: Pair): string[] {
  return [...world.accessTokens.keys(), ...world.refreshTokens.keys()]
}

function assertHidden(text: string, secrets: readonly string[]): void {
  assert.ok(secrets.length > 0)
  for (const secret of secrets) assert.ok(!text.includes(secret), `${secret} is shown`)
}

test('--login: a person agrees in the browser, and the check goes on with the token', async () => {
  await using pair = await startPair()
  const running = loginAt(pair)
  assert.match(await answer(running), /The login is over\. You can close this window/)
  const { code, out, err } = await running.ended
  assert.equal(code, 0, out)
  assert.match(out, /scope passive \+ login/)
  assert.match(out, /Passed .*AUTH-[^·]*13–18, 20,[^·]* 31/s)
  assert.match(out, /1 tool/)
  assertHidden(out + err, secretsOf(pair))
  assert.equal(pair.world.clients.size, 0, 'the client that was registered is gone')
})

test('a login that is recorded is replayed byte for byte, and the recording holds no secret', async () => {
  await using pair = await startPair()
  const recording = join(folder, 'recording')
  const running = loginAt(pair, '--format', 'json', '--record', recording)
  await answer(running)
  const { code, out, err } = await running.ended
  assert.equal(code, 0, err)
  const files = await Promise.all(
    (await readdir(recording)).map((name) => readFile(join(recording, name), 'utf8')),
  )
  assertHidden(files.join('') + out + err, secretsOf(pair))
  assert.doesNotMatch(files.join(''), /code-[0-9a-f]{8}-/)
  const again = await connectory('check', '--replay', recording, '--format', 'json')
  assert.equal(again.out, out)
})

test('a person who refuses ends in "could not be evaluated", and is told so twice', async () => {
  await using pair = await startPair()
  const running = loginAt(pair)
  assert.match(await answer(running, 'deny'), /ended the login with the error &#34;access_denied&#34;/)
  const { code, out } = await running.ended
  assert.equal(code, 3, out)
  assert.match(out, /ended the login with the error "access_denied"/)
  assert.doesNotMatch(out, /no credentials were given/)
})

test('a login that nobody answers ends after --login-wait', async () => {
  await using pair = await startPair()
  const { code, out } = await loginAt(pair, '--login-wait', '1').ended
  assert.equal(code, 3, out)
  assert.match(out, /Nobody finished the login within 1 seconds/)
})

test('Ctrl-C while it waits ends the check, and removes the client', async () => {
  await using pair = await startPair()
  const running = spawnConnectory(['check', pair.mcpUrl, '--allow-loopback', '--login'])
  await running.said(/Waiting up to/)
  running.interrupt()
  const { code, out } = await running.ended
  assert.equal(code, 3, out)
  assert.match(out, /stopped/)
  assert.equal(pair.world.clients.size, 0)
})

test('--client-id uses a client that is registered already, on the port that it was registered with', async () => {
  await using pair = await startPair({ settings: { loopbackPorts: 'registered' } })
  const port = await freePort()
  const redirectUris = [`http://127.0.0.1:${port}/callback`]
  pair.world.clients.set('known', { id: 'known', redirectUris, registrationToken: 'none' })
  const running = loginAt(pair, '--client-id', 'known', '--login-port', String(port))
  await answer(running)
  const { code, out } = await running.ended
  assert.equal(code, 0, out)
  assert.ok(!pair.log.includes('POST /register'), 'nothing was registered')
})

test('--token-env: the token is used, shown nowhere, and what needs a login in a browser is not looked at', async () => {
  await using pair = await startPair()
  const token = pair.issueToken()
  const options = ['check', pair.mcpUrl, '--allow-loopback', '--token-env', 'TEST_TOKEN', '--format', 'json']
  const { code, out, err } = await startConnectory(options, { env: { TEST_TOKEN: token } }).ended
  assert.equal(code, 0, out)
  assertHidden(out + err, [token])
  const report = read(out)
  assert.deepEqual(report.scopes, ['passive', 'login'])
  const unseen = report.notLookedAt.map(({ rule }) => rule)
  for (const rule of ['AUTH-16', 'AUTH-17', 'AUTH-20', 'AUTH-31']) assert.ok(unseen.includes(rule), rule)
  assert.equal(report.findings.find(({ rule }) => rule === 'AUTH-18')?.outcome, 'pass')
})

test('--callback registers clients for that address, and leaves none behind', async () => {
  await using pair = await startPair()
  const callback = 'https://directory.example/oauth/callback'
  const running = loginAt(pair, '--callback', callback, '--format', 'json')
  await answer(running)
  const { code, out } = await running.ended
  assert.equal(code, 0, out)
  const { findings } = read(out)
  for (const id of ['AUTH-09', 'AUTH-11', 'AUTH-12', 'AUTH-28', 'AUTH-29', 'AUTH-30']) {
    assert.equal(findings.find(({ rule }) => rule === id)?.outcome, 'pass', id)
  }
  assert.equal(pair.world.clients.size, 0)
})

test('a token that the server refuses is never a pass', async () => {
  await using pair = await startPair()
  const options = ['check', pair.mcpUrl, '--allow-loopback', '--token-env', 'TEST_TOKEN']
  const { code, out } = await startConnectory(options, { env: { TEST_TOKEN: 'nobody-issued-this' } }).ended
  assert.equal(code, 3, out)
  assert.match(out, /refused the credentials/)
})

test('--header: sent to the server, to no other origin, named in the report, its value nowhere', async () => {
  const secret = 'value/of+a=header'
  const seen: (string | undefined)[] = []
  const echo = createServer(async (request, response) => {
    const rpc = messageIn(Buffer.concat(await request.toArray()).toString() || '{}')
    if (rpc === undefined) return void response.writeHead(400).end()
    const { id, method } = rpc
    seen.push(String(request.headers['x-api-key']))
    const tool = {
      name: 'list_notes',
      description: `Lists notes for ${secret}.`,
      inputSchema: { type: 'object' },
    }
    const serverInfo = { name: 'echo', version: encodeURIComponent(secret) }
    const results: Record<string, unknown> = {
      initialize: { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo },
      'tools/list': { tools: [tool] },
    }
    response.writeHead(id === undefined ? 202 : 200, { 'content-type': 'application/json' })
    const answered = results[method]
      ? { result: results[method] }
      : { error: { code: -32_601, message: `not with ${secret}` } }
    response.end(id === undefined ? '' : JSON.stringify({ jsonrpc: '2.0', id, ...answered }))
  })
  const url = await listenOn(echo)
  const file = join(folder, 'header')
  await writeFile(file, `${secret}\n`)
  const recording = join(folder, 'with-header')
  const more = ['--allow-loopback', '--format', 'json', '--record', recording]
  const { out, err } = await connectory('check', url, '--header', `X-Api-Key: @${file}`, ...more)
  const { out: text } = await startConnectory(
    ['check', url, '--allow-loopback', '--header', 'X-Api-Key: ${TEST_KEY}'],
    { env: { TEST_KEY: secret } },
  ).ended
  echo.close()
  echo.closeAllConnections()
  assert.ok(seen.length > 6)
  assert.deepEqual(new Set(seen), new Set([secret]))
  const files = await Promise.all(
    (await readdir(recording)).map((name) => readFile(join(recording, name), 'utf8')),
  )
  assertHidden(files.join('') + out + err + text, [secret, encodeURIComponent(secret)])
  assert.deepEqual(read(out).sentHeaders, ['X-Api-Key'])
  assert.match(files.join(''), /"x-api-key": "\[masked\]"/)
  assert.match(text, /Sent with every request to the server: X-Api-Key/)
})

const secret = 'sk-live-4242424242'
const url = 'https://mcp.example.com/mcp'
const mistakes = [
  { options: ['--token', secret], says: /history of the shell.*--token-env NAME/ },
  { options: [`--token=${secret}`], says: /history of the shell/ },
  { options: ['--token-env', secret], says: /takes the name of an environment variable, never the secret/ },
  { options: ['--token-env', 'sk4242424242'], says: /not set or is empty/ },
  { options: ['--header', `X-Key: ${secret}`], says: /stays out of the command line/ },
  { options: ['--header', 'X-Key: ${NOT_SET_ANYWHERE}'], says: /not set or is empty/ },
  { options: ['--header', 'X-Key: @no-such-file'], says: /no-such-file cannot be read/ },
  { options: ['--header', 'Host: ${PATH}'], says: /the protocol does/ },
  { options: ['--login', '--header', 'Authorization: ${PATH}'], says: /beside a login/ },
  { options: ['--login', '--token-env', 'PATH'], says: /one check has one login/ },
  { options: ['--client-id', 'a'], says: /belong to --login/ },
  { options: ['--login', '--client-secret-env', 'PATH'], says: /belongs to --client-id/ },
  { options: ['--callback', 'http://directory.example/'], says: /an https address/ },
  { options: ['--login', '--login-port', '70000'], says: /whole number up to 65535/ },
]

for (const { options, says } of mistakes) {
  test(`"${options.join(' ')}" is exit 2 with a sentence that repeats no secret`, async () => {
    const { code, out, err } = await connectory('check', url, ...options)
    assert.equal(code, 2)
    assert.match(err, says)
    assertHidden(out + err, [secret, 'sk4242424242'])
  })
}

test('--login together with a file is exit 2', async () => {
  const { code, err } = await connectory('check', '--tools', '-', '--login')
  assert.equal(code, 2)
  assert.match(err, /together with a URL/)
})

test('a port that is taken is said before anything is asked', async () => {
  await using pair = await startPair()
  const port = new URL(pair.mcpUrl).port
  const { code, err } = await loginAt(pair, '--login-port', port).ended
  assert.equal(code, 2)
  assert.match(err, /cannot be used for the login/)
  assert.deepEqual(pair.log, [])
})

async function listenOn(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`
}
