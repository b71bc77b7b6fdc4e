// npm run simulate -- --json: see CONTRIBUTING.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { migrate, openDatabase, startEmbeddedPostgres } from '../../directory/src/kernel/index.ts'
import { parts, type PartTask } from './part.ts'

/** Nothing in this database outlives the run. Cleaning goes on: a year is a year of updates. */
const throwaway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', jit: 'off' }

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    listings: { type: 'string', default: '2000' },
    days: { type: 'string', default: '365' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
})
const size = { listings: Number(values.listings), days: Number(values.days), seed: Number(values.seed) }

const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'connectory-simulate-'))
chmodSync(folder, 0o711)
try {
  await using postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    say: () => {},
    elsewhere: join(folder, 'elsewhere'),
    settings: throwaway,
  })
  const began = performance.now()
  const names = Object.keys(parts) as PartTask['name'][]
  const waiting = names.filter((name) => values.only === undefined || values.only === name)
  const done: [string, Verdict][] = []
  const takeTurns = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const database = await freshDatabase(postgres.connectionString, name.toLowerCase())
      done.push([name, await inThread({ name, database, size })])
      process.stderr.write(`${name} after ${Math.round((performance.now() - began) / 1000)} s\n`)
    }
  }
  await Promise.all([takeTurns(), takeTurns()])
  const seconds = Math.round((performance.now() - began) / 1000)
  const cpu = process.cpuUsage()
  const cpuSeconds = Math.round((cpu.user + cpu.system) / 1e6)
  const wrong = done.flatMap(([, part]) => Object.values(part.wrong).flat()).length
  const sum = { ok: wrong === 0, wrong, seconds, cpuSeconds, ...size, ...Object.fromEntries(done) }
  process.stdout.write(
    values.json
      ? `${JSON.stringify(sum, null, 2)}\n`
      : `${wrong} wrong in ${seconds} s; -- --json says more\n`,
  )
  process.exitCode = wrong === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

interface Verdict {
  readonly wrong: Readonly<Record<string, readonly string[]>>
}

async function inThread(task: PartTask): Promise<Verdict> {
  const worker = new Worker(new URL('part.ts', import.meta.url), { workerData: task })
  const [verdict] = (await once(worker, 'message')) as [Verdict]
  await worker.terminate()
  return verdict
}

async function freshDatabase(admin: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  await client.query(`create database ${name}`).finally(() => client.end())
  const address = new URL(admin)
  address.pathname = `/${name}`
  const opened = openDatabase({ connectionString: address.href, poolSize: 2 })
  await migrate(opened.db).finally(() => opened.close())
  return address.href
}
