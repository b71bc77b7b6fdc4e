import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'
import { runAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import { ownFolder, type Place } from './place.ts'

const passwordFile = 'postgres-password'

/** Makes the cluster at the first start; refuses one that another major version made. Returns the password. */
export function prepareCluster(place: Place, binaries: Binaries, dataDir: string): string {
  if (!existsSync(place.cluster)) return initialise(place, binaries, dataDir)
  refuseForeignOwner(place.cluster)
  const made = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  if (made !== String(binaries.major)) throw wrongVersion(place.cluster, made, binaries.major)
  return readPassword(dataDir)
}

function refuseForeignOwner(cluster: string): void {
  const me = process.getuid?.()
  const { uid } = statSync(cluster)
  if (me === undefined || me === 0 || me === uid) return
  throw new StartError(
    `The database in ${cluster} belongs to user ${uid}, and this is user ${me}. Start as that user (as root, if root ` +
      'made it), or choose another folder with DATA_DIR.',
  )
}

function readPassword(dataDir: string): string {
  const file = join(dataDir, passwordFile)
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  throw new StartError(
    `${file} is missing, so the database in this data folder cannot be opened. Restore that file.`,
  )
}

function wrongVersion(cluster: string, made: string, have: number): StartError {
  return new StartError(
    `The database in ${cluster} was made by PostgreSQL ${made}; this program brings PostgreSQL ${have}. ` +
      `Run a PostgreSQL ${made} server on that folder and set DATABASE_URL to it, or start with an empty DATA_DIR.`,
  )
}

/**
 * Works on a draft that gets its name when it is whole and its password is on disk, so that a start that was killed in
 * the middle is forgotten by the next one.
 */
function initialise(place: Place, binaries: Binaries, dataDir: string): string {
  const { account, cluster, base } = place
  const draft = `${cluster}-draft`
  rmSync(draft, { recursive: true, force: true })
  ownFolder(draft, account)
  const password = randomBytes(24).toString('base64url')
  const handOver = join(base, 'password-for-initdb')
  writeFileSync(handOver, password, { mode: 0o600 })
  if (account !== undefined) chownSync(handOver, account.uid, account.gid)
  const options = [
    `--pgdata=${draft}`,
    '--username=postgres',
    `--pwfile=${handOver}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--data-checksums',
    ...passwordOptions(binaries.major),
    ...localeOptions(binaries.major),
  ]
  const run = spawnSync(binaries.initdb, options, { cwd: '/', encoding: 'utf8', ...runAs(account) })
  rmSync(handOver, { force: true })
  if (run.status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new StartError(
      `PostgreSQL could not make its data folder ${cluster}: ${(run.stderr || String(run.error)).trim()}`,
    )
  }
  writeFileSync(join(dataDir, passwordFile), `${password}\n`, { mode: 0o600 })
  renameSync(draft, cluster)
  return password
}

/** Stretching protects passwords that can be guessed; ours is random, and each connection would pay for it. */
function passwordOptions(major: number): string[] {
  return major >= 16 ? ['--set=scram_iterations=1'] : []
}

/** The same on every machine, whatever LANG says. The provider of PostgreSQL itself exists since 17. */
function localeOptions(major: number): string[] {
  return major >= 17
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    : ['--locale=C.UTF-8']
}
