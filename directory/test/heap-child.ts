/**
 * A process of its own for the test that looks into its memory: a person calls a server through the gateway with a
 * token, then disconnects. Arguments: the server's address, a word that the tokens are made of, a folder for snapshots.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { writeHeapSnapshot } from 'node:v8'
import { insertRegistration } from '../src/connections/registration-store.ts'
import { putConnection } from '../src/connections/store.ts'
import type { RegistrationId } from '../src/connections/model.ts'
import type { ConnectionId, Viewer } from '../src/kernel/index.ts'
import { gatewayBed, modern } from './gateway-bed.ts'

const [serverUrl = '', word = '', folder = ''] = process.argv.slice(2)
await using bed = await gatewayBed()
const { database, connections, ids, vault, clock } = bed.connections
const ada = bed.connections.person('ada')
const { listing } = bed.connections.list('tool', serverUrl)
const id = ids.next<ConnectionId>()
await giveTokens(ada)
const call = modern('tools/list')
const answer = await bed.post('tool', bed.token(ada, 'tool'), call.body, call.headers)
await answer.text()
await snapshot('connected')
await connections.disconnect(ada, id)
await snapshot('disconnected')

/** Made here and kept nowhere: whoever knows the word can make them too. */
function secret(name: string): string {
  return createHash('sha256').update(`${word} ${name}`).digest('hex')
}

async function giveTokens({ person: owner, organisation }: Viewer): Promise<void> {
  const registration = ids.next<RegistrationId>()
  const [issuer, at] = ['https://login.example', clock.now()]
  const identity = { client_id: 'client', token_endpoint_auth_method: 'none' } as const
  const callback = 'https://directory.example/callback'
  const client = { id: registration, issuer, callback, kind: 'static', listing, identity, at } as const
  await insertRegistration(database.db, vault, client)
  const tokens = { access_token: secret('access'), refresh_token: secret('refresh') }
  const set = { tokens, scopes: [], expiresAt: null, refreshAt: null }
  const login = { set, registration, tokenEndpoint: `${issuer}/token`, revocationEndpoint: null }
  const whose = { id, person: owner, organisation, listing, issuer, resource: serverUrl }
  await putConnection(database.db, vault, { ...whose, login, at })
}

async function snapshot(name: string): Promise<void> {
  // What ended only now is let go in the next turns.
  for (let n = 0; n < 3; n += 1) {
    await turn()
    globalThis.gc?.()
  }
  writeHeapSnapshot(join(folder, name))
}
