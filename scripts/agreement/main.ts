// Runs the conformance suite and the checker on the same servers and holds their words side by side.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createSafeFetch } from '@connectory/wire'
import { check } from '../../packages/checker/src/index.ts'
import { compare, sumUp, type Comparison, type Sum } from '../../packages/checker/test/agreement/compare.ts'
import { firstHeading, sections } from '../../packages/checker/test/agreement/page.ts'
import { fixtures, type Fixture } from './servers.ts'
import { suiteVerdicts } from './suite.ts'

/** The suite's and the checker's work is mostly waiting. */
const atATime = 4
const root = join(import.meta.dirname, '../..')
const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})
const all = await fixtures()
const unknown = names.filter((name) => all.every((each) => each.name !== name))
if (unknown.length > 0) throw new Error(`There is no fixture server ${unknown.join(', ')}.`)
const waiting = all.filter(({ name }) => names.length === 0 || names.includes(name))
const loopback = createSafeFetch({ allowLoopback: true })
const comparisons: Comparison[] = []
await Promise.all(Array.from({ length: atATime }, takeTurns))
await loopback.close()
report(sumUp(comparisons, names.length === 0))

async function takeTurns(): Promise<void> {
  for (let fixture = waiting.shift(); fixture; fixture = waiting.shift()) {
    const begin = performance.now()
    comparisons.push(...(await both(fixture)))
    const seconds = (performance.now() - begin) / 1000
    process.stderr.write(`${fixture.name} ${seconds.toFixed(1)} s\n`)
  }
}

/** Each visitor gets a server of its own, so that none meets the limits that another has used up. */
async function both({ name, revisions, start }: Fixture): Promise<Comparison[]> {
  const verdicts = await asked(start, (url) => suiteVerdicts(url, revisions))
  const { findings } = await asked(start, (url) => check({ url, fetch: loopback, now: () => new Date() }))
  return compare(name, verdicts, findings)
}

async function asked<T>(start: Fixture['start'], ask: (url: string) => Promise<T>): Promise<T> {
  await using server = await start()
  return await ask(server.url)
}

function report(sum: Sum): void {
  const { wrong, ...counts } = sum
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ ...counts, wrong, rows: comparisons }, null, 2)}\n`)
  } else {
    for (const line of wrong) process.stdout.write(`${line}\n`)
    const { servers, agree, explained, notLooked } = counts
    const percent = ((100 * agree) / counts.comparisons).toFixed(1)
    process.stdout.write(
      `${servers} servers, ${counts.comparisons} comparisons: ${agree} agree (${percent} %), ${explained} differ as explained, ` +
        `${wrong.length} wrong; ${notLooked} more where the checker could not look\n`,
    )
    if (names.length === 0 && wrong.length === 0) writePage(sum)
  }
  process.exitCode = wrong.length === 0 ? 0 : 1
}

function writePage(sum: Sum): void {
  const path = join(root, 'docs/conformance.md')
  const [before = ''] = readFileSync(path, 'utf8').split(firstHeading)
  writeFileSync(path, `${before}${sections(sum)}`)
}
