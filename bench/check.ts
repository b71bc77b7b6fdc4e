/**
 * npm run bench -- check [--json]: how long a passive check takes, how long the command takes to start, and how many
 * rules a second are judged. Everything on 127.0.0.1; each figure is the median of several rounds.
 */
import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { check, collectRemote, judge, parseTarget, rules, type Evidence } from '@connectory/checker'
import { createSafeFetch } from '@connectory/wire'
import { otherServers, startOther } from './measure/other-servers.ts'
import { figure, measure, type Figure } from './measure/rounds.ts'
import { startStarter, type StarterProcess } from './measure/starter-process.ts'

interface Measured {
  readonly name: string
  readonly unit: 'ms' | 'rules/s'
  readonly figure: Figure
  readonly note: string
}

const command = join(import.meta.dirname, '../packages/cli/bin/connectory.mjs')
const results = await run()
process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(report(), null, 2)}\n` : table())

async function run(): Promise<readonly Measured[]> {
  const starter = await startStarter()
  try {
    return [...(await scans(starter)), ...(await starts(starter)), ...(await judgements(starter))]
  } finally {
    await starter.stop()
  }
}

/** The check inside one process that stays up, as the directory runs it. */
async function scans(starter: StarterProcess): Promise<Measured[]> {
  const fetch = createSafeFetch({ allowLoopback: true })
  const sums: number[] = []
  const others: number[] = []
  let requests = 0
  const scan = async (): Promise<number> => {
    await starter.takeTimes()
    const began = performance.now()
    const { verdict } = await check({
      url: starter.url,
      fetch,
      allowLoopback: true,
      now: () => new Date(),
    })
    const total = performance.now() - began
    if (verdict !== 'ready')
      throw new Error(`The starter template is ${verdict}; there is nothing to measure.`)
    const times = await starter.takeTimes()
    requests = times.requests
    sums.push(times.sumMs)
    others.push(total - times.busyMs)
    return total
  }
  const warmUp = 3
  const total = await measure(15, warmUp, scan)
  await fetch.close()
  return [
    {
      name: 'passive check of the starter template',
      unit: 'ms',
      figure: total,
      note: `${requests} requests`,
    },
    {
      name: '… of these, answers of that server, added up',
      unit: 'ms',
      figure: figure(sums.slice(warmUp)),
      note: 'measured inside the server, same rounds',
    },
    {
      name: '… while that server had nothing to answer',
      unit: 'ms',
      figure: figure(others.slice(warmUp)),
      note: 'connections, evidence, rules, report',
    },
  ]
}

/** The command as a person starts it in a clone, process by process. */
async function starts(starter: StarterProcess): Promise<Measured[]> {
  const once = (options: readonly string[]) => (): number => {
    const began = performance.now()
    const { status } = spawnSync(process.execPath, options, { stdio: 'ignore' })
    if (status !== 0) throw new Error(`${options.join(' ')} ended with ${status}.`)
    return performance.now() - began
  }
  const scan = [command, 'check', starter.url, '--allow-loopback']
  return [
    {
      name: 'connectory --version',
      unit: 'ms',
      figure: await measure(9, 2, once([command, '--version'])),
      note: '',
    },
    {
      name: 'connectory check of the starter template',
      unit: 'ms',
      figure: await measure(9, 2, once(scan)),
      note: '',
    },
    { name: 'node -e 0', unit: 'ms', figure: await measure(9, 2, once(['-e', '0'])), note: 'for comparison' },
  ]
}

/** The rules alone, on evidence recorded from the template and from two servers that we did not write. */
async function judgements(starter: StarterProcess): Promise<Measured[]> {
  const recorded = [await record(starter.url)]
  for (const options of otherServers) {
    const server = await startOther(options)
    recorded.push(await record(server.url))
    await server.stop()
  }
  const times = 100
  const once = (): number => {
    const began = performance.now()
    for (let n = 0; n < times; n++) for (const evidence of recorded) judge(evidence)
    return (rules.length * recorded.length * times) / ((performance.now() - began) / 1000)
  }
  const tools = recorded.map(({ server }) => server.toolCount ?? 0).join(' + ')
  return [
    {
      name: 'rules judged',
      unit: 'rules/s',
      figure: await measure(9, 2, once),
      note: `${rules.length} rules on ${tools} tools of three recorded servers`,
    },
  ]
}

async function record(url: string): Promise<Evidence> {
  const fetch = createSafeFetch({ allowLoopback: true })
  try {
    return await collectRemote({ url: parseTarget(url), fetch, allowLoopback: true, now: () => new Date() })
  } finally {
    await fetch.close()
  }
}

function report(): object {
  return { benchmark: 'check', machine: machine(), results }
}

function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`
}

function table(): string {
  const rows = results.map(({ name, unit, figure: { median, min, max, rounds }, note }) => {
    const value = `${short(median)} ${unit}`.padStart(16)
    const spread = `(${short(min)} to ${short(max)}, ${rounds} rounds)`
    return `${name.padEnd(46)}${value}  ${spread}${note === '' ? '' : `  ${note}`}`
  })
  return `${machine()}\n${rows.join('\n')}\n`
}

function short(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
