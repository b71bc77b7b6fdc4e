import type { AddressInfo } from 'node:net'
import { readFaults } from '../../packages/checker/test/faulty-server/faults.ts'
import { startServer } from '../../packages/checker/test/faulty-server/start.ts'
import { shared } from '../../packages/checker/test/agreement/shared.ts'
import type { Fault } from '../../packages/checker/test/faulty-server/fault.ts'
import { startEverything } from '../../test/third-party-server.ts'
import { createOpenServer } from '@connectory/starter/open-limited'

type Running = AsyncDisposable & { readonly url: string }

export interface Fixture {
  readonly name: string
  /** Those that the server speaks. */
  readonly revisions: readonly string[]
  readonly start: () => Promise<Running>
}

const legacy = '2025-11-25'
const modern = '2026-07-28'

/** The suite reads first pages only. */
const onePage: Fault = {
  id: 'one-page',
  title: 'All tools come on one page.',
  rule: 'none',
  change(server) {
    server.pageSize = 100
  },
}

/** With these faults the suite's client waits out the time of every scenario, for minutes. */
const tooSlow: ReadonlySet<string> = new Set(['opening-has-another-id'])

/** Sound servers, and one with each fault that a shared rule notices or that every rule tolerates. */
export async function fixtures(): Promise<Fixture[]> {
  const rules = new Set<string>(['none', ...shared.flatMap(({ facts }) => facts.map(({ rule }) => rule))])
  const faults = (await readFaults()).filter((fault) => {
    const isPassive = fault.scopes?.every((scope) => scope === 'passive') ?? true
    return rules.has(fault.rule) && isPassive && !fault.options && !tooSlow.has(fault.id)
  })
  return [
    { name: 'sound', revisions: [modern, legacy], start: () => startServer({ faults: [onePage] }) },
    { name: 'world-clock', revisions: [modern, legacy], start: startClock },
    // It speaks the eras before 2026-07-28 only.
    { name: 'server-everything', revisions: [legacy], start: () => startEverything() },
    ...faults.map(faulty),
  ]
}

/** Speaks both eras where the fault allows it; the suite looks at the era that has the fault. */
function faulty(fault: Fault): Fixture {
  const { id: name, eras: possible = ['both', 'modern', 'legacy'] } = fault
  const eras = possible.includes('both') ? 'both' : (possible[0] ?? 'both')
  const one = possible.find((each) => each !== 'both')
  const revisions = possible.length === 3 || !one ? [modern, legacy] : [one === 'modern' ? modern : legacy]
  return { name, revisions, start: () => startServer({ eras, faults: [onePage, fault] }) }
}

/** The starter template, on the official SDK. */
async function startClock(): Promise<Running> {
  const server = createOpenServer({ requestsPerMinute: 1_000_000 })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
