import { statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The operating-system user that runs the server. `undefined` means: the user we are. */
export type Account = { readonly uid: number; readonly gid: number } | undefined

/** `nobody` has this number on every Linux and needs no useradd. */
const nobody = { uid: 65534, gid: 65534 }

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as the owner of an existing cluster, or as
 * nobody; everybody else runs it as themselves.
 */
export function serverAccount(cluster: string): Account {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(cluster, { throwIfNoEntry: false })
  return owner === undefined || owner.uid === 0 ? nobody : { uid: owner.uid, gid: owner.gid }
}

/** May this account enter the folder, which means every folder above it too? */
export function mayEnter(account: Account, folder: string): boolean {
  if (account === undefined) return true
  for (let at = folder; ; at = dirname(at)) {
    const entry = statSync(at, { throwIfNoEntry: false })
    if (entry === undefined) {
      if (at === dirname(at)) return false
      continue
    }
    const bit = entry.uid === account.uid ? 0o100 : entry.gid === account.gid ? 0o010 : 0o001
    if ((entry.mode & bit) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** Options for child processes that must run as the account. */
export function runAs(account: Account): { uid?: number; gid?: number } {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid }
}
