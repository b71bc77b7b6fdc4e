/**
 * A process of its own that owns an embedded PostgreSQL, for tests that kill it. Its argument is JSON: dataDir, and
 * optionally packaged, elsewhere, uid and umask. It prints `{ connectionString, adopted, said }` or `{ refused }`.
 */
import { defaultSource } from '../src/kernel/postgres/binaries.ts'
// Not through the kernel's front door: what else is behind it costs each of these processes more than its PostgreSQL.
import { startEmbeddedPostgres } from '../src/kernel/postgres/start-embedded-postgres.ts'
import { StartError } from '../src/kernel/start-error.ts'

interface Wish {
  readonly dataDir: string
  readonly packaged?: string
  readonly elsewhere?: string
  readonly uid?: number
  readonly umask?: number
}

const wish = JSON.parse(process.argv[2] ?? '{}') as Wish
const said: string[] = []
if (wish.umask !== undefined) process.umask(wish.umask)
// Only now: this file and what it imports may lie where the user cannot read.
if (wish.uid !== undefined) {
  process.setgroups?.([])
  process.setgid?.(wish.uid)
  process.setuid?.(wish.uid)
}
const ended = new Promise<void>((resolve) => process.once('SIGTERM', () => resolve()))
try {
  await using server = await startEmbeddedPostgres({
    dataDir: wish.dataDir,
    say: (line) => said.push(line),
    source: wish.packaged === undefined ? defaultSource() : { packaged: wish.packaged, installed: [] },
    ...(wish.elsewhere === undefined ? {} : { elsewhere: wish.elsewhere }),
  })
  const { connectionString, adopted } = server
  process.stdout.write(`${JSON.stringify({ connectionString, adopted, said })}\n`)
  // A promise alone does not keep a process alive.
  const alive = setInterval(() => {}, 60_000)
  await ended
  clearInterval(alive)
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.stdout.write(`${JSON.stringify({ refused: error.message })}\n`)
}
