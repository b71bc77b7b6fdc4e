/**
 * npm run bench -- check [--json]: how long a passive check takes, how quickly tools are judged, how long the packed
 * command takes to start and how large it is, beside two programs of others in the same run. Everything on 127.0.0.1;
 * each figure is the median of several rounds. Ends with 1 when a goal is missed.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  check,
  collectRemote,
  evidenceOfTools,
  judge,
  parseTarget,
  parseToolsFile,
  rules,
  type Evidence,
} from '@connectory/checker'
import { createSafeFetch } from '@connectory/wire'
import { bundleCommand } from '../scripts/bundle-command.mjs'
import { startEverything, startBraveSearch } from '../test/third-party-server.ts'
import { exampleManifest, installPeers, sizeOf, type Peers } from './measure/peers.ts'
import { figure, measure } from './measure/rounds.ts'
import { holds, report, table, type Measured } from './measure/results.ts'
import { startStarter, type StarterProcess } from './measure/starter-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'connectory-bench-'))
const command = join(folder, 'bin', 'connectory.mjs')
const results = await run()
process.stdout.write(
  process.argv.includes('--json') ? `${JSON.stringify(report('check', results), null, 2)}\n` : table(results),
)
if (results.some((measured) => !holds(measured))) process.exitCode = 1

async function run(): Promise<readonly Measured[]> {
  await bundleCommand(folder)
  const peers = installPeers()
  const starter = await startStarter()
  try {
    return [
      ...(await scans(starter)),
      ...(await judgements(starter)),
      ...(await starts(starter)),
      ...sizes(peers),
      ...(await beside(peers)),
    ]
  } finally {
    await starter.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The check inside one process that stays up, as the directory runs it. */
async function scans(starter: StarterProcess): Promise<Measured[]> {
  const fetch = createSafeFetch({ allowLoopback: true })
  const sums: number[] = []
  const others: number[] = []
  const ratios: number[] = []
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
    ratios.push(total / (2 * times.sumMs + 500))
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
    {
      name: '… all of it, against 2 x those answers + 0.5 s',
      unit: 'x',
      figure: figure(ratios.slice(warmUp)),
      note: '',
      goal: { atMost: 1 },
    },
  ]
}

/** Milliseconds that a program takes from its start to its end; any end but those named is a failure. */
function timed(options: readonly string[], ...ends: number[]): () => number {
  return () => {
    const began = performance.now()
    const { status, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' })
    if (status === null || ![0, ...ends].includes(status)) {
      throw new Error(`${options.join(' ')} ended with ${status}.\n${stderr}`)
    }
    return performance.now() - began
  }
}

/** The packed command, process by process. */
async function starts(starter: StarterProcess): Promise<Measured[]> {
  const scan = [command, 'check', starter.url, '--allow-loopback']
  const start = await measure(9, 2, timed([command, '--version']))
  return [
    { name: 'connectory --version', unit: 'ms', figure: start, note: '', goal: { atMost: 500 } },
    {
      name: 'connectory check of the starter template',
      unit: 'ms',
      figure: await measure(9, 2, timed(scan)),
      note: '',
    },
    {
      name: 'node -e 0',
      unit: 'ms',
      figure: await measure(9, 2, timed(['-e', '0'])),
      note: 'for comparison',
    },
  ]
}

/** The rules alone, on evidence recorded from the template and from two servers that we did not write. */
async function judgements(starter: StarterProcess): Promise<Measured[]> {
  const recorded = [await record(starter.url)]
  for (const start of [startEverything, startBraveSearch]) {
    await using server = await start()
    recorded.push(await record(server.url))
  }
  const times = 20
  const once = (): number => {
    const began = performance.now()
    for (let n = 0; n < times; n++) for (const evidence of recorded) judge(evidence)
    return (rules.length * recorded.length * times) / ((performance.now() - began) / 1000)
  }
  const counts = recorded.map(({ server }) => server.toolCount ?? 0)
  const file = toolsFile(recorded)
  const lint = (): number => {
    const began = performance.now()
    const evidence = evidenceOfTools(parseToolsFile(file.text, 'tools.json'), {
      target: 'tools.json',
      startedAt: new Date(),
    })
    judge(evidence)
    return file.count / ((performance.now() - began) / 1000)
  }
  return [
    {
      name: 'rules judged',
      unit: 'rules/s',
      figure: await measure(9, 2, once),
      note: `${rules.length} rules on ${counts.join(' + ')} tools of three recorded servers`,
    },
    {
      name: 'tools judged from a file',
      unit: 'tools/s',
      figure: await measure(9, 2, lint),
      note: `${file.count} tools of ${(file.text.length / file.count / 1000).toFixed(1)} kB on average, reading the file included`,
      goal: { atLeast: 1000 },
    },
  ]
}

/** The tools of all recorded servers, often enough to be a long list, each under a name of its own. */
function toolsFile(recorded: readonly Evidence[]): { readonly text: string; readonly count: number } {
  const raw = recorded.flatMap(({ parts: { tools } }) =>
    tools.looked ? tools.value.list.map((tool) => tool.raw) : [],
  )
  const wanted = 1000
  const all = Array.from({ length: wanted }, (_, at) => {
    const tool = raw[at % raw.length] as Record<string, unknown>
    return { ...tool, name: `${String(tool['name'])}_${at}` }
  })
  return { text: JSON.stringify({ tools: all }), count: wanted }
}

function sizes({ sizes: others, versions }: Peers): Measured[] {
  const ours: Measured = {
    name: 'connectory, installed',
    unit: 'MiB',
    figure: figure([sizeOf(folder)]),
    note: 'one package, nothing beside it',
    goal: { atMost: 15 },
  }
  const theirs = Object.entries(others).map(([name, size]): Measured => {
    return { name: `${name}, installed`, unit: 'MiB', figure: figure([size]), note: versions[name] ?? '' }
  })
  return [ours, ...theirs]
}

/** The same server and a similar file, with what others use: each does less than a check. */
async function beside(peers: Peers): Promise<Measured[]> {
  await using server = await startEverything()
  const [tools, manifest] = [join(folder, 'tools.json'), join(folder, 'manifest.json')]
  writeFileSync(tools, toolsFile([await record(server.url)]).text)
  writeFileSync(manifest, JSON.stringify(exampleManifest))
  const row = async (name: string, note: string, options: readonly string[], ...ends: number[]) => {
    return { name, unit: 'ms' as const, figure: await measure(7, 2, timed(options, ...ends)), note }
  }
  return [
    await row(
      'check of server-everything',
      'the whole command',
      [command, 'check', server.url, '--allow-loopback'],
      1,
      3,
    ),
    await row('Inspector: tools/list of server-everything', 'one question', peers.inspector(server.url)),
    await row(
      'check --tools of 1,000 tools',
      'the whole command',
      [command, 'check', '--tools', tools],
      1,
      3,
    ),
    await row('mcpb validate of one manifest', 'the whole command', peers.mcpb(manifest)),
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
