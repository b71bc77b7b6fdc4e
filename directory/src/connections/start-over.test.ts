import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectionsBed, type ConnectionsBed } from '../../test/connections-bed.ts'
import { startOidcServer } from '../../test/login-server.ts'
import { signIn } from '../../test/visit.ts'
import type { Viewer } from '../kernel/index.ts'

const callbackUrl = 'http://127.0.0.1:8080/connections/callback'

async function go(
  bed: ConnectionsBed,
  viewer: Viewer,
  slug: string,
  options: { startOver?: boolean } = {},
): Promise<URL> {
  const begun = await bed.connections.begin(viewer, slug, options)
  assert.ok(begun.kind === 'continue', JSON.stringify(begun))
  return begun.to
}

test('a sign-in that a server shows an error for can be started over with a new registration, not every minute', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  const { listing } = bed.list('notes', server.mcpUrl)
  const [ada, bob] = [bed.person('ada'), bed.person('bob')]
  const keyOf = ({ person, organisation }: Viewer) => ({ person, organisation, listing })
  const clientOf = (to: URL) => to.searchParams.get('client_id')
  assert.equal(await bed.connections.unanswered(keyOf(ada)), undefined)
  const known = await go(bed, ada, 'notes')
  assert.equal(await bed.connections.unanswered(keyOf(ada)), new URL(server.issuer).host)
  assert.equal(await bed.connections.unanswered(keyOf(bob)), undefined)
  server.forget('Client')
  assert.equal((await fetch(known)).status, 400)
  // Registered just now, or by a word of somebody who set out for nothing: it stays.
  assert.equal(clientOf(await go(bed, ada, 'notes', { startOver: true })), clientOf(known))
  bed.clock.advance(11 * 60_000)
  assert.equal(clientOf(await go(bed, bob, 'notes', { startOver: true })), clientOf(known))
  const anew = await go(bed, ada, 'notes', { startOver: true })
  assert.notEqual(clientOf(anew), clientOf(known))
  const back = await signIn(anew, callbackUrl, 'allow')
  assert.equal((await bed.connections.callback(ada, back)).kind, 'connected')
  assert.equal(await bed.connections.unanswered(keyOf(ada)), undefined)
})

test('a server that sends the person back because it forgot our client gets a new registration', async () => {
  await using server = await startOidcServer()
  await using bed = await connectionsBed()
  bed.list('notes', server.mcpUrl)
  const ada = bed.person('ada')
  const refusedAt = (to: URL): URL =>
    new URL(
      `${callbackUrl}?error=unauthorized_client&iss=${server.issuer}&state=${to.searchParams.get('state')}`,
    )
  const first = await go(bed, ada, 'notes')
  const again = await bed.connections.callback(ada, refusedAt(first))
  assert.ok(again.kind === 'continue', JSON.stringify(again))
  assert.notEqual(again.to.searchParams.get('client_id'), first.searchParams.get('client_id'))
  const outcome = await bed.connections.callback(ada, refusedAt(again.to))
  assert.equal(outcome.kind === 'failed' ? outcome.failure.code : outcome.kind, 'client-forgotten')
})
