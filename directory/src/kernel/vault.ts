import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a secret lives. It is part of the seal, so that a sealed value moved to another row does not open. */
export interface Place {
  readonly table: string
  readonly column: string
  readonly row: string
}

export interface Vault {
  /** `v1:keyId:iv:ciphertext`, each part base64url; AES-256-GCM with the tag at the end of the ciphertext. */
  seal(plaintext: string, place: Place): string
  /** The plaintext; throws when the value was changed, moved, or sealed with a key that is not here. */
  open(sealed: string, place: Place): string
}

export interface VaultKey {
  readonly id: string
  /** 32 bytes. */
  readonly bytes: Uint8Array
}

const tagLength = 16

/** @param keys all that may open; the last one seals. */
export function createVault(keys: readonly VaultKey[]): Vault {
  const newest = keys.at(-1)
  if (newest === undefined) throw new Error('The vault needs at least one key.')
  const byId = new Map(keys.map((key) => [key.id, key.bytes]))
  return {
    seal(plaintext, place) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', newest.bytes, iv).setAAD(additionalData(place))
      const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return ['v1', newest.id, iv.toString('base64url'), sealed.toString('base64url')].join(':')
    },
    open(sealed, place) {
      const [version, keyId = '', iv = '', ciphertext = ''] = sealed.split(':')
      if (version !== 'v1') throw new Error('This value was not sealed by this vault.')
      const key = byId.get(keyId)
      if (key === undefined) throw new Error(`The key "${keyId}" that sealed this value is not configured.`)
      const bytes = Buffer.from(ciphertext, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'))
        .setAAD(additionalData(place))
        .setAuthTag(bytes.subarray(-tagLength))
      return decipher.update(bytes.subarray(0, -tagLength), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}

function additionalData({ table, column, row }: Place): Buffer {
  return Buffer.from(JSON.stringify([table, column, row]))
}

/** The keys in `DATA_DIR/keys` (one file a key, 0600, sorted by name); makes the first one when there is none. */
export function readVaultKeys(dataDir: string): readonly VaultKey[] {
  const folder = join(dataDir, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (readKeys(folder).length === 0) {
    writeFileSync(join(folder, 'k1.key'), randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  }
  return readKeys(folder)
}

function readKeys(folder: string): readonly VaultKey[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.key'))
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .map((name) => parseVaultKey(name.replace(/\.key$/, ''), readFileSync(join(folder, name), 'utf8')))
}

/** @param text 32 bytes in base64. */
export function parseVaultKey(id: string, text: string): VaultKey {
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length !== 32) {
    throw new Error(`The vault key "${id}" must be 32 bytes in base64; it has ${bytes.length} bytes.`)
  }
  return { id, bytes }
}

/** 32 bytes for another purpose, such as signing form tokens; the same on every replica that has the same keys. */
export function deriveKey(keys: readonly VaultKey[], purpose: string): Uint8Array {
  const newest = keys.at(-1)
  if (newest === undefined) throw new Error('There is no vault key to derive from.')
  return new Uint8Array(hkdfSync('sha256', newest.bytes, '', `connectory ${purpose}`, 32))
}
