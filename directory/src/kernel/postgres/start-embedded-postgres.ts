import { join, resolve } from 'node:path'
import pg from 'pg'
import { defaultSource, findBinaries, type BinarySource } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { lockDataDir } from './lock.ts'
import { makeFolder, placeFor } from './place.ts'
import { adoptPostmaster, startPostmaster, stopPostmaster, type Postmaster } from './postmaster.ts'

export interface EmbeddedPostgres extends AsyncDisposable {
  readonly connectionString: string
  /** True: the server was left running by a process of ours that was killed. */
  readonly adopted: boolean
  /** Stops the server and frees the data folder. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dataDir: string
  /** For the rare line that an operator should read. */
  readonly say: (line: string) => void
  /** Settings of postgresql.conf; tests switch fsync off. */
  readonly settings?: Readonly<Record<string, string>>
  readonly source?: BinarySource
  readonly elsewhere?: string
}

const database = 'connectory'

/**
 * A real PostgreSQL for one data folder: made at the first start, adopted when a killed process left it running,
 * refused to a second process. Loopback only, password in the data folder (0600).
 * @throws StartError with a sentence for the operator
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  makeFolder(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700)
  const unlock = lockDataDir(dataDir)
  try {
    const place = placeFor(dataDir, options.say, options.elsewhere)
    const source = options.source ?? defaultSource()
    const binaries = findBinaries(source, place.account, () => join(place.base, 'postgres-programs'))
    const password = prepareCluster(place, binaries, dataDir)
    const left = await adoptPostmaster(place.cluster, password)
    const server = left ?? (await startPostmaster(place, binaries, options.settings ?? {}, password))
    const connectionString = await addressOf(server, password)
    const stop = once(async () => {
      await stopPostmaster(server)
      unlock()
    })
    return { connectionString, adopted: left !== undefined, stop, [Symbol.asyncDispose]: stop }
  } catch (error) {
    unlock()
    throw error
  }
}

async function addressOf({ port }: Postmaster, password: string): Promise<string> {
  const address = (name: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${name}`
  const admin = new pg.Client({ connectionString: address('postgres') })
  await admin.connect()
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [database])
    if (rowCount === 0) await admin.query(`create database ${database}`)
  } finally {
    await admin.end()
  }
  return address(database)
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= action())
}
