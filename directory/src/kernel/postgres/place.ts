import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mayEnter, serverAccount, type Account } from './account.ts'

/** Where a cluster lives and who runs it. */
export interface Place {
  readonly account: Account
  /** Folder of the cluster, of the server's log, and of copied programs. */
  readonly base: string
  readonly cluster: string
  readonly logFile: string
}

const pointer = 'postgres-is-at'

/**
 * In the data folder, if the account that runs the server can get there. Root's server runs as another user, to whom a
 * 0700 folder above (a temporary clone, a home) is closed: then below `/var/lib/connectory`, with a pointer in the data
 * folder so that later starts find it.
 * @param elsewhere parent of clusters that cannot live in their data folder
 */
export function placeFor(
  dataDir: string,
  say: (line: string) => void,
  elsewhere = '/var/lib/connectory',
): Place {
  const pointerFile = join(dataDir, pointer)
  if (existsSync(pointerFile)) return at(readFileSync(pointerFile, 'utf8').trim())
  const inside = at(dataDir)
  if (mayEnter(inside.account, dataDir)) return inside
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const base = join(elsewhere, hash)
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 })
  writeFileSync(pointerFile, `${base}\n`)
  say(`The database cannot live in ${dataDir}, which its unprivileged user may not enter; it is in ${base}.`)
  return at(base)
}

function at(base: string): Place {
  const cluster = join(base, 'postgres')
  const account = serverAccount(cluster)
  mkdirSync(base, { recursive: true, mode: account === undefined ? 0o700 : 0o711 })
  return { account, base, cluster, logFile: join(base, 'postgres.log') }
}

/** A folder that belongs to the account. */
export function ownFolder(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account !== undefined) chownSync(folder, account.uid, account.gid)
}
