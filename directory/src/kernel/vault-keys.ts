import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './start-error.ts'
import type { VaultKey } from './vault.ts'

/** Where keys come from: the environment, a command such as that of a key service, or files. The first that is set. */
export interface KeySource {
  /** Keys as `parseKeyList` takes them. */
  readonly vaultKey: string | undefined
  /** A shell command that prints them. */
  readonly vaultKeyCommand: string | undefined
  readonly dataDir: string
}

const commandMs = 30_000

/** @throws StartError when the command fails or prints no key */
export function loadVaultKeys({ vaultKey, vaultKeyCommand, dataDir }: KeySource): readonly VaultKey[] {
  if (vaultKey !== undefined) return parseKeyList(vaultKey)
  return vaultKeyCommand === undefined ? readVaultKeys(dataDir) : printedKeys(vaultKeyCommand)
}

/** What the command prints is a secret: it is in no message. */
function printedKeys(command: string): readonly VaultKey[] {
  let printed: string
  try {
    printed = execFileSync('/bin/sh', ['-c', command], {
      encoding: 'utf8',
      timeout: commandMs,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  } catch (error) {
    const status = error instanceof Error && 'status' in error ? String(error.status) : 'none'
    // eslint-disable-next-line preserve-caught-error -- the cause holds what the command printed
    throw new StartError(
      `VAULT_KEY_COMMAND failed (exit status ${status}), so there is no key to open secrets with.`,
    )
  }
  try {
    return parseKeyList(printed)
  } catch (error) {
    throw new StartError(`VAULT_KEY_COMMAND must print keys: ${error instanceof Error ? error.message : ''}`)
  }
}

/**
 * Keys of 32 bytes in base64, separated by commas or line ends; the first one seals, the others only open.
 * Their ids are made from them, so that the order can change.
 * @returns the one that seals last, as the vault wants them
 */
export function parseKeyList(text: string): readonly VaultKey[] {
  const texts = text.split(/[\s,]+/).filter((one) => one !== '')
  const keys = texts.map((one) => {
    const { bytes } = parseVaultKey('given', one)
    return { id: `x${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`, bytes }
  })
  const oldest = keys.at(-1)
  if (oldest === undefined) throw new Error('There is no key; it must be 32 bytes in base64.')
  // Before keys had ids of their own, the one and only was called this.
  return [{ id: 'env', bytes: oldest.bytes }, ...keys.toReversed()]
}

/** The keys in `DATA_DIR/keys` (one file a key, 0600, sorted by name); makes the first one when there is none. */
export function readVaultKeys(dataDir: string): readonly VaultKey[] {
  const keys = readKeys(folderOf(dataDir))
  return keys.length > 0 ? keys : [addVaultKey(dataDir)]
}

/** Makes one more key, which seals from now on; the others go on opening. */
export function addVaultKey(dataDir: string): VaultKey {
  const folder = folderOf(dataDir)
  const newest = readKeys(folder).at(-1)
  const id = `k${Number(/^k(\d+)$/.exec(newest?.id ?? 'k0')?.[1] ?? 0) + 1}`
  writeFileSync(join(folder, `${id}.key`), randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  return parseVaultKey(id, readFileSync(join(folder, `${id}.key`), 'utf8'))
}

function folderOf(dataDir: string): string {
  const folder = join(dataDir, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
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
