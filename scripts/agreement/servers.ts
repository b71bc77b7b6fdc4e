import { spawn } from 'node:child_process'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readFaults } from '../../packages/checker/test/faulty-server/faults.ts'
import { startServer } from '../../packages/checker/test/faulty-server/start.ts'
import { shared } from '../../packages/checker/test/agreement/shared.ts'
import type { Fault } from '../../packages/checker/test/faulty-server/fault.ts'
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
    { name: 'server-everything', revisions: [legacy], start: startEverything },
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

const everything = join(
  import.meta.dirname,
  '../../node_modules/@modelcontextprotocol/server-everything/dist/index.js',
)
const longestStartMs = 20_000

/** It speaks the eras before 2026-07-28 only. */
async function startEverything(): Promise<Running> {
  const port = await freePort()
  const env = { ...process.env, PORT: String(port) }
  const child = spawn(process.execPath, [everything, 'streamableHttp'], {
    cwd: tmpdir(),
    env,
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const deadline = performance.now() + longestStartMs
  while (!(await isOpen(port))) {
    if (performance.now() > deadline || child.exitCode !== null)
      throw new Error('server-everything does not start; is it installed?')
    await pause(50)
  }
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
