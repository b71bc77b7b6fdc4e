import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Where a secret lives. It is part of the seal, so that a sealed value moved to another row does not open. */
export interface Place {
  readonly table: string
  readonly column: string
  readonly row: string
  /** Whose it is, for what that is not clear from the row alone: the same row with another owner does not open. */
  readonly owner?: readonly string[]
}

export interface Vault {
  /**
   * `v2:keyId:wrapped:iv:ciphertext`, the last three base64url: each value has a key of its own, which is wrapped by
   * ours. AES-256-GCM throughout, with the tag at the end.
   */
  seal(plaintext: string, place: Place): string
  /** The plaintext, also of the earlier `v1:keyId:iv:ciphertext`; throws when it was changed, moved, or its key is not here. */
  open(sealed: string, place: Place): string
  /** The same secret under the newest key, without being opened; undefined for `v1`, which has no key of its own. */
  rewrap(sealed: string): string | undefined
  /** The key that seals. */
  readonly newest: string
}

export interface VaultKey {
  readonly id: string
  /** 32 bytes. */
  readonly bytes: Uint8Array
}

const tagLength = 16
const ivLength = 12

interface Ring {
  readonly newest: VaultKey
  readonly byId: ReadonlyMap<string, Uint8Array>
}

/**
 * @param keys all that may open; the last one seals.
 * @param reload asked when a value names a key that is not here: another process may have made one
 */
export function createVault(keys: readonly VaultKey[], reload?: () => readonly VaultKey[]): Vault {
  let ring = ringOf(keys)
  const keyFor = (id: string): Uint8Array => {
    if (!ring.byId.has(id) && reload !== undefined) ring = ringOf(reload())
    const key = ring.byId.get(id)
    if (key === undefined) throw new Error(`The key "${id}" that sealed this value is not configured.`)
    return key
  }
  const wrap = (dataKey: Uint8Array): string => {
    const { id, bytes } = ring.newest
    return `v2:${id}:${encrypt(bytes, dataKey, wrapData(id)).join('')}`
  }
  const unwrap = (id: string, wrapped: string): Buffer => {
    // 12 bytes are 16 letters of base64url, without padding.
    return decrypt(keyFor(id), [wrapped.slice(0, 16), wrapped.slice(16)], wrapData(id))
  }
  return {
    get newest() {
      return ring.newest.id
    },
    seal(plaintext, place) {
      const dataKey = randomBytes(32)
      const parts = encrypt(dataKey, Buffer.from(plaintext, 'utf8'), placeData(place))
      return [wrap(dataKey), ...parts].join(':')
    },
    open(sealed, place) {
      const [version, id = '', ...rest] = sealed.split(':')
      if (version === 'v1') {
        const { owner: _owner, ...before } = place
        return decrypt(keyFor(id), rest, placeData(before)).toString('utf8')
      }
      if (version !== 'v2') throw new Error('This value was not sealed by this vault.')
      const [wrapped = '', ...parts] = rest
      return decrypt(unwrap(id, wrapped), parts, placeData(place)).toString('utf8')
    },
    rewrap(sealed) {
      const [version, id = '', wrapped = '', ...parts] = sealed.split(':')
      if (version !== 'v2') return undefined
      return [wrap(unwrap(id, wrapped)), ...parts].join(':')
    },
  }
}

function ringOf(keys: readonly VaultKey[]): Ring {
  const newest = keys.at(-1)
  if (newest === undefined) throw new Error('The vault needs at least one key.')
  return { newest, byId: new Map(keys.map((key) => [key.id, key.bytes])) }
}

function encrypt(key: Uint8Array, plaintext: Uint8Array, data: Buffer): readonly [iv: string, text: string] {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(data)
  const text = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
  return [iv.toString('base64url'), text.toString('base64url')]
}

function decrypt(key: Uint8Array, [iv = '', text = '']: readonly string[], data: Buffer): Buffer {
  const bytes = Buffer.from(text, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'))
    .setAAD(data)
    .setAuthTag(bytes.subarray(-tagLength))
  return Buffer.concat([decipher.update(bytes.subarray(0, -tagLength)), decipher.final()])
}

function placeData({ table, column, row, owner = [] }: Place): Buffer {
  return Buffer.from(JSON.stringify([table, column, row, ...owner]))
}

/** The id of the key is part of the wrapping: it cannot be passed off as another one. */
function wrapData(id: string): Buffer {
  return Buffer.from(JSON.stringify(['wrapped', id]))
}

/** 32 bytes for another purpose, such as signing form tokens; the same on every replica that has the same keys. */
export function deriveKey(keys: readonly VaultKey[], purpose: string): Uint8Array {
  const newest = keys.at(-1)
  if (newest === undefined) throw new Error('There is no vault key to derive from.')
  return new Uint8Array(hkdfSync('sha256', newest.bytes, '', `connectory ${purpose}`, 32))
}
