// npm run simulate -- --json: see CONTRIBUTING.
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { throwawayPostgres } from '../throwaway-postgres.ts'
import { parts, type PartTask } from './part.ts'

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
await using postgres = await throwawayPostgres()
const began = performance.now()
const names = Object.keys(parts) as PartTask['name'][]
const waiting = names.filter((name) => values.only === undefined || values.only === name)
const done: [string, Verdict][] = []
await Promise.all([takeTurns(), takeTurns()])
const cpu = process.cpuUsage()
const wrong = done.flatMap(([, part]) => Object.values(part.wrong).flat()).length
const sum = {
  ok: wrong === 0 && done.length > 0,
  wrong,
  seconds: secondsSince(began),
  cpuSeconds: Math.round((cpu.user + cpu.system) / 1e6),
  ...size,
  ...Object.fromEntries(done),
}
const words = `${wrong} wrong in ${sum.seconds} s; -- --json says more`
process.stdout.write(`${values.json ? JSON.stringify(sum, null, 2) : words}\n`)
process.exitCode = sum.ok ? 0 : 1

interface Verdict {
  readonly wrong: Readonly<Record<string, readonly string[]>>
}

/** The longest first. */
async function takeTurns(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    done.push([name, await inThread({ name, database: await postgres.migrated(name.toLowerCase()), size })])
    process.stderr.write(`${name} after ${secondsSince(began)} s\n`)
  }
}

async function inThread(task: PartTask): Promise<Verdict> {
  const worker = new Worker(new URL('part.ts', import.meta.url), { workerData: task })
  const [verdict] = (await once(worker, 'message')) as [Verdict]
  await worker.terminate()
  return verdict
}

function secondsSince(time: number): number {
  return Math.round((performance.now() - time) / 1000)
}
