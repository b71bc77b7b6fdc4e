import { sealedInAccounts } from './accounts/index.ts'
import { sealedInAuthorization } from './authorization/index.ts'
import { sealedInConnections } from './connections/index.ts'
import { sealedInNotices } from './notices/index.ts'
import { sealedInComplaints } from './safety/index.ts'
import { sealedInTestAccounts } from './test-accounts/index.ts'
import {
  addVaultKey,
  createVault,
  keysInUse,
  loadVaultKeys,
  reseal,
  type Database,
  type KeySource,
} from './kernel/index.ts'

/** Every column of the product that holds sealed values. */
export const sealedColumns = [
  ...sealedInAccounts,
  ...sealedInAuthorization,
  ...sealedInConnections,
  ...sealedInNotices,
  ...sealedInComplaints,
  ...sealedInTestAccounts,
]

/**
 * Puts everything in the database under the newest key: a new one, where keys are files of ours and none waits to be
 * used. Interrupted, it goes on when it is run again. Processes that run meanwhile read the new file when they need it.
 * @returns what to tell the operator
 */
export async function rotateKeys(db: Database, source: KeySource): Promise<string> {
  const ours = source.vaultKey === undefined && source.vaultKeyCommand === undefined
  const waiting = await keysInUse(db, createVault(loadVaultKeys(source)), sealedColumns)
  if (ours && waiting.size === 0) addVaultKey(source.dataDir)
  const keys = loadVaultKeys(source)
  const vault = createVault(keys)
  const { count, left } = await reseal(db, vault, sealedColumns)
  const lines = [`${count} secrets are sealed with the key ${vault.newest} now.`]
  for (const [id, many] of left) {
    lines.push(`${many} of an earlier format still need the key ${id}. Keep it until they have gone.`)
  }
  const free = keys.map(({ id }) => id).filter((id) => id !== vault.newest && id !== 'env' && !left.has(id))
  if (free.length > 0) {
    lines.push(
      `Nothing in the database needs ${free.join(', ')} any more. Backups do, and open sessions for a day; ` +
        `after that, ${ours ? `delete it from ${source.dataDir}/keys` : 'leave it out of the configuration'}.`,
    )
  } else if (!ours && count === 0) {
    lines.push(
      'There was nothing to change. Put a new key in front of the one that is configured, and run this again.',
    )
  }
  return lines.join('\n')
}
