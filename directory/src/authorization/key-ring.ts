import { randomBytes } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { inTransaction, type Clock, type Database, type Soon, type Vault } from '../kernel/index.ts'
import { deleteKeysBefore, insertKey, readKeys, type StoredKey } from './store.ts'

export const signingAlgorithm = 'ES256'
const dayMs = 24 * 3600_000
/** A new key signs after this long; old ones are kept until the longest token that they signed has ended. */
export const keyLife = { rotateMs: 90 * dayMs, longestTokenMs: 30 * dayMs } as const

/** The keys of one moment. */
export interface Keys {
  /** Private JWKs, the one that signs first. */
  readonly jwks: readonly JWK[]
  readonly publicKeys: ReadonlyMap<string, CryptoKey>
  readonly signing: { readonly id: string; readonly key: CryptoKey }
  readonly cookieKeys: readonly string[]
  /** Changes when a key comes or goes. */
  readonly version: string
}

export interface KeyRing {
  /** From memory, read again after a minute so that every replica follows a rotation. */
  current(): Soon<Keys>
  /** For a token whose key is not known: another replica may have rotated. At most one read in five seconds. */
  refreshed(): Soon<Keys>
  rotate(): Promise<void>
}

interface KeyRingDeps {
  readonly db: Database
  readonly vault: Vault
  readonly clock: Clock
}

export async function createKeyRing(deps: KeyRingDeps): Promise<KeyRing> {
  await ensureKeys(deps)
  let keys: Soon<Keys> = await readAll(deps)
  let readAt = deps.clock.now().getTime()
  const notOlderThan = (ms: number): Soon<Keys> => {
    const now = deps.clock.now().getTime()
    if (now - readAt >= ms) {
      const before = keys
      readAt = now
      const reading = readAll(deps).catch(() => before)
      keys = reading
      void reading.then((fresh) => {
        if (keys === reading) keys = fresh
      })
    }
    return keys
  }
  return {
    current: () => notOlderThan(60_000),
    refreshed: () => notOlderThan(5_000),
    async rotate() {
      await ensureKeys(deps)
      await notOlderThan(0)
    },
  }
}

/** Makes what is missing: the cookie key once, a signing key when the newest is too old. One replica at a time. */
async function ensureKeys({ db, vault, clock }: KeyRingDeps): Promise<void> {
  const now = clock.now()
  const [newest] = await readKeys(db, vault, 'sign')
  const fresh = newest !== undefined && now.getTime() - newest.createdAt.getTime() < keyLife.rotateMs
  const cookies = await readKeys(db, vault, 'cookie')
  await inTransaction(db, async (trx) => {
    if (cookies.length === 0) {
      const secret = randomBytes(32).toString('base64url')
      await insertKey(trx, vault, { id: 'cookie-1', purpose: 'cookie', secret, createdAt: now })
    }
    if (fresh) return
    const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true })
    const jwk = await exportJWK(privateKey)
    const id = await calculateJwkThumbprint(jwk)
    const secret = JSON.stringify({ ...jwk, kid: id, alg: signingAlgorithm, use: 'sig' })
    await insertKey(trx, vault, { id, purpose: 'sign', secret, createdAt: now })
    const oldest = new Date(now.getTime() - keyLife.rotateMs - 2 * keyLife.longestTokenMs)
    await deleteKeysBefore(trx, 'sign', oldest)
  })
}

async function readAll({ db, vault }: KeyRingDeps): Promise<Keys> {
  const signing = await readKeys(db, vault, 'sign')
  const cookies = await readKeys(db, vault, 'cookie')
  const jwks = signing.map(({ secret }) => JSON.parse(secret) as JWK)
  const [first] = jwks
  if (first?.kid === undefined) throw new Error('There is no signing key.')
  const publicKeys = new Map<string, CryptoKey>()
  for (const jwk of jwks) publicKeys.set(jwk.kid ?? '', await importKey(publicPart(jwk)))
  return {
    jwks,
    publicKeys,
    signing: { id: first.kid, key: await importKey(first) },
    cookieKeys: cookies.map(({ secret }) => secret),
    version: [...signing, ...cookies].map(({ id }: StoredKey) => id).join(' '),
  }
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, signingAlgorithm)
  if (key instanceof Uint8Array) throw new Error('A signing key is not an asymmetric key.')
  return key
}

function publicPart({ d: _private, ...jwk }: JWK): JWK {
  return jwk
}
