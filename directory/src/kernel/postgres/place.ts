import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'
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
  if (existsSync(pointerFile)) return pointedAt(pointerFile)
  const inside = at(dataDir)
  if (mayEnter(inside.account, dataDir)) return inside
  const base = freeFolder(dataDir, elsewhere)
  writeFileSync(pointerFile, `${base}\n`)
  say(`The database cannot live in ${dataDir}, which its unprivileged user may not enter; it is in ${base}.`)
  return at(base)
}

function pointedAt(pointerFile: string): Place {
  const base = readFileSync(pointerFile, 'utf8').trim()
  if (existsSync(base)) return at(base)
  throw new StartError(
    `${pointerFile} says that the database is in ${base}, but that folder is gone. Restore it, or delete ` +
      `${pointerFile} to begin with an empty database.`,
  )
}

/** A folder that has a cluster but no pointer belonged to a data folder that was deleted. It is left alone. */
function freeFolder(dataDir: string, elsewhere: string): string {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  try {
    makeFolder(elsewhere, 0o755)
    for (let n = 1; ; n += 1) {
      const base = join(elsewhere, n === 1 ? hash : `${hash}-${n}`)
      if (existsSync(join(base, 'postgres'))) continue
      makeFolder(base, 0o711)
      return base
    }
  } catch (cause) {
    throw new StartError(
      `PostgreSQL must not run as root, its unprivileged user may not enter ${dataDir}, and ${elsewhere} cannot be ` +
        'written. Start as an ordinary user, set DATA_DIR to a folder that every user may enter, or set DATABASE_URL.',
      { cause },
    )
  }
}

/** With this mode whatever the umask says. What is there already keeps its own. */
export function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true, mode })
  chmodSync(folder, mode)
}

function at(base: string): Place {
  const cluster = join(base, 'postgres')
  const account = serverAccount(cluster)
  makeFolder(base, account === undefined ? 0o700 : 0o711)
  return { account, base, cluster, logFile: join(base, 'postgres.log') }
}

/** A folder that belongs to the account. */
export function ownFolder(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account !== undefined) chownSync(folder, account.uid, account.gid)
}
