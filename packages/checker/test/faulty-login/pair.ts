/**
 * An MCP server with a login and its authorization server: two real HTTP servers on two ports of loopback, written
 * by hand so that every answer can be broken. Without a change they do everything right: RFC 9728, 8414, 7591, 7592,
 * 7009, 8707, 9207, PKCE with S256, rotation of refresh tokens, client metadata documents.
 *
 *     await using pair = await startPair()                       // or startPair(fault.change)
 *     const report = await checked(pair.mcpUrl, { now: pair.now })
 *
 * A test that logs in walks as a browser would (walk.ts):
 *
 *     const client = await registerAt(pair, 'http://127.0.0.1:9/callback')
 *     const { url, verifier } = authorizeUrl(pair, client)         // or any address that the code under test opened
 *     const back = await walkThroughConsent(url)                   // "Allow"; the redirect back, with code, state, iss
 *     const back = await walkThroughConsent(url, 'deny')           // error=access_denied
 *     const tokens = await exchangeCode(pair, client, back, verifier)
 *
 * Code under test that waits on a loopback redirect gets it by `await fetch(back)`. `pair.issueToken()` gives a good
 * access token without any walk; `pair.issueToken({ resource: 'https://other.example/mcp' })` one for somebody else.
 * `pair.world` shows and changes what both know (`world.advance(ms)` makes tokens old and servers slow without a
 * sleep: hand `pair.now` to the check); `pair.log` has every request as "POST /token", in order.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { authorizationServer } from './authorization-server.ts'
import type { Change } from './fault.ts'
import { nameOf, readCall, send, type Answer, type Call } from './messages.ts'
import { createResourceServer } from './resource-server.ts'
import { accessToken } from './tokens.ts'
import { createWorld, type Grant, type World } from './world.ts'

export interface Pair extends AsyncDisposable {
  readonly mcpUrl: string
  readonly issuer: string
  readonly world: World
  readonly log: readonly string[]
  readonly now: () => Date
  issueToken(grant?: Partial<Grant>): string
}

export async function startPair(change: Change = {}): Promise<Pair> {
  const log: string[] = []
  // Nobody asks before both have an address.
  let answer: (call: Call) => Promise<Answer> = () => Promise.reject(new Error('Not started.'))
  const answers = async (call: Call): Promise<Answer> => {
    log.push(nameOf(call))
    return answer(call)
  }
  const resource = await listen('resource', answers)
  const authorization = await listen('authorization', answers)
  const world = createWorld(
    { resource: `${resource.origin}/mcp`, issuer: authorization.origin },
    change.settings ?? {},
  )
  const mcp = createResourceServer(world)
  answer = async (call) => {
    const right = call.server === 'resource' ? await mcp.answer(call) : authorizationServer(call, world)
    return (await change.answer?.(call, right, world)) ?? right
  }
  return {
    mcpUrl: world.resource,
    issuer: world.issuer,
    world,
    log,
    now: () => world.now(),
    issueToken: (grant) => issueToken(world, grant),
    async [Symbol.asyncDispose]() {
      await mcp.close()
      await Promise.all([resource.close(), authorization.close()])
    },
  }
}

function issueToken(world: World, grant: Partial<Grant> = {}): string {
  const usual = { client: 'client-of-a-test', redirectUri: '', state: null, challenge: null, scope: 'notes' }
  return accessToken({ ...usual, subject: 'ada', resource: world.resource, revoked: false, ...grant }, world)
}

async function listen(name: Call['server'], answers: (call: Call) => Promise<Answer>) {
  let origin = ''
  const server = createServer((request, response) => {
    readCall(name, origin, request)
      .then(answers)
      .then((answer) => send(response, answer))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    close: (): Promise<void> =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
