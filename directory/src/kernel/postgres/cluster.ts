import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'
import { runAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import { ownFolder, type Place } from './place.ts'

const passwordFile = 'postgres-password'

/** Makes the cluster at the first start; refuses one that another major version made. Returns the password. */
export function prepareCluster(place: Place, binaries: Binaries, dataDir: string): string {
  const versionFile = join(place.cluster, 'PG_VERSION')
  if (existsSync(versionFile)) {
    const made = readFileSync(versionFile, 'utf8').trim()
    if (made !== String(binaries.major)) throw wrongVersion(place.cluster, made, binaries.major)
    return readPassword(dataDir)
  }
  return initialise(place, binaries, dataDir)
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

function initialise(place: Place, binaries: Binaries, dataDir: string): string {
  const { account, cluster, base } = place
  // A folder without PG_VERSION is what a start that was killed in the middle of initdb left behind.
  rmSync(cluster, { recursive: true, force: true })
  ownFolder(cluster, account)
  const password = randomBytes(24).toString('base64url')
  const handOver = join(base, 'password-for-initdb')
  writeFileSync(handOver, password, { mode: 0o600 })
  if (account !== undefined) chownSync(handOver, account.uid, account.gid)
  const options = [
    `--pgdata=${cluster}`,
    '--username=postgres',
    `--pwfile=${handOver}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ]
  const run = spawnSync(binaries.initdb, options, { cwd: '/', encoding: 'utf8', ...runAs(account) })
  rmSync(handOver, { force: true })
  if (run.status !== 0) {
    rmSync(cluster, { recursive: true, force: true })
    throw new StartError(
      `PostgreSQL could not make its data folder ${cluster}: ${(run.stderr || String(run.error)).trim()}`,
    )
  }
  writeFileSync(join(dataDir, passwordFile), `${password}\n`, { mode: 0o600 })
  return password
}
