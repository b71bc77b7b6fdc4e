import { createHash, webcrypto } from 'node:crypto'
import { z } from 'zod'
import type { Clock, Database, Vault } from '../kernel/index.ts'
import type { ConnectionsTables } from './tables.ts'

const privateJwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
})
export type PrivateJwk = z.infer<typeof privateJwk>

const name = 'client'
const place = { table: 'client_key', column: 'sealed', row: name }

/** The instance's own key; undefined before its public part was first asked for. */
export async function loadClientKey(db: Database, vault: Vault): Promise<PrivateJwk | undefined> {
  const row = await db
    .withTables<ConnectionsTables>()
    .selectFrom('client_key')
    .select('sealed')
    .where('name', '=', name)
    .executeTakeFirst()
  return row === undefined ? undefined : privateJwk.parse(JSON.parse(vault.open(row.sealed, place)))
}

/** The public part; of two processes that make a key at once the first one's counts. */
export async function findOrMakePublicKey({
  db,
  vault,
  clock,
}: {
  readonly db: Database
  readonly vault: Vault
  readonly clock: Clock
}): Promise<object> {
  const tables = db.withTables<ConnectionsTables>()
  const find = () => tables.selectFrom('client_key').select('public_key').where('name', '=', name)
  const known = await find().executeTakeFirst()
  if (known !== undefined) return known.public_key
  const made = await makeKey()
  const { d: _secret, ...open } = made
  await tables
    .insertInto('client_key')
    .values({
      name,
      sealed: vault.seal(JSON.stringify(made), place),
      public_key: JSON.stringify({ ...open, alg: 'ES256', use: 'sig' }),
      created_at: clock.now(),
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return (await find().executeTakeFirstOrThrow()).public_key
}

/** Its id is its thumbprint. @see RFC 7638 section 3.2 */
async function makeKey(): Promise<PrivateJwk> {
  const { privateKey } = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  const { crv, kty, x, y, d } = await webcrypto.subtle.exportKey('jwk', privateKey)
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
  return privateJwk.parse({ kty, crv, x, y, d, kid })
}
