// Judges published servers, counts again without the rules, and says where the two differ or too much is flagged.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureAttacks } from './attacks.ts'
import { type Collected, collect } from './collect.ts'
import type { CorpusServer } from './install.ts'
import { type Figures, most, pageOf, type ServerRow } from './page.ts'
import { type Recount, recount } from './recount.ts'
import { type Flag, toolsOf, verdictsOn } from './verdicts.ts'

interface Judgement extends Omit<Flag, 'words'> {
  readonly server: string
  readonly judgement: string
}

const fewest = 60
const root = join(import.meta.dirname, '..', '..')
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    retry: { type: 'boolean', default: false },
    attacks: { type: 'boolean', default: false },
    every: { type: 'string', default: '1' },
  },
})
if (values.attacks) {
  const { line, problems } = measureAttacks(join(root, 'docs', 'attacks.md'), Number(values.every))
  process.stdout.write(`${line}: ${problems.length === 0 ? 'all goals met' : problems.join('; ')}\n`)
  process.exit(problems.length === 0 ? 0 : 1)
}

const collected = await collect(join(root, '.corpus'), read('servers.json') as CorpusServer[], {
  retry: values.retry,
  say: (line) => process.stderr.write(`${line}\n`),
})
const judgements = read('judgements.json') as Judgement[]
const differences: string[] = []
const rows: ServerRow[] = collected.flatMap((one) => ('lists' in one ? [rowOf(one)] : []))
const failed = collected.flatMap((one) =>
  'failed' in one ? [{ name: shownAs(one.server), why: one.failed }] : [],
)
const figures: Figures = {
  servers: rows.length,
  tools: rows.reduce((sum, { tools }) => sum + tools, 0),
  flaggedTools: rows.reduce((sum, { flags }) => sum + new Set(flags.map(({ tool }) => tool)).size, 0),
  flaggedServers: rows.filter(({ flags }) => flags.length > 0).length,
  differences,
}
const unjudged = rows.flatMap(({ name, flags }) =>
  flags.filter(({ judgement }) => judgement === '').map((flag) => ({ server: name, ...flag })),
)
writeFileSync(join(root, 'docs', 'corpus.md'), pageOf(rows, figures, failed))
report()

function rowOf({ server, lists }: Extract<Collected, { lists: unknown }>): ServerRow {
  const name = shownAs(server)
  const verdicts = verdictsOn(lists, name)
  const counted = recount(toolsOf(lists))
  for (const rule of Object.keys(counted) as (keyof Recount)[]) {
    differences.push(...differing(name, rule, verdicts.breaking[rule], counted[rule]))
  }
  return {
    name,
    tools: verdicts.tools,
    withoutHint: counted['TOOL-01'].length,
    withoutTitle: counted['TOOL-04'].length,
    badName: new Set(counted['TOOL-11']).size,
    badSchema: counted['TOOL-23'].length,
    flags: verdicts.flags.map((flag) => ({ ...flag, judgement: judgementOf(server.package, flag) })),
  }
}

function differing(
  server: string,
  rule: string,
  checker: readonly string[],
  counted: readonly string[],
): string[] {
  const [ours, theirs] = [new Set(checker), new Set(counted)]
  return [
    ...[...ours]
      .filter((tool) => !theirs.has(tool))
      .map((tool) => `${server} ${tool}: ${rule} by the checker alone`),
    ...[...theirs]
      .filter((tool) => !ours.has(tool))
      .map((tool) => `${server} ${tool}: ${rule} by the recount alone`),
  ]
}

function shownAs(server: CorpusServer): string {
  return `${server.package}@${server.version}`
}

function judgementOf(server: string, { rule, tool, signal }: Flag): string {
  const found = judgements.find(
    (one) => one.server === server && one.rule === rule && one.tool === tool && one.signal === signal,
  )
  return found?.judgement ?? ''
}

function report(): void {
  const { servers, tools, flaggedTools, flaggedServers } = figures
  const problems = [
    ...(servers < fewest ? [`only ${servers} servers answered, ${fewest} are wanted`] : []),
    ...(differences.length > 0 ? [`${differences.length} verdicts differ from the recount`] : []),
    ...(flaggedTools > most.tools * tools ? [`${flaggedTools} of ${tools} tools are flagged`] : []),
    ...(flaggedServers > most.servers * servers
      ? [`${flaggedServers} of ${servers} servers are flagged`]
      : []),
    ...(unjudged.length > 0 ? [`${unjudged.length} flags have no judgement`] : []),
  ]
  if (values.json)
    process.stdout.write(`${JSON.stringify({ ...figures, unjudged, failed, problems }, null, 2)}\n`)
  else {
    for (const one of unjudged) process.stdout.write(`no judgement: ${JSON.stringify(one)}\n`)
    for (const line of differences) process.stdout.write(`differs: ${line}\n`)
    const flags = `${flaggedTools} tools of ${flaggedServers} servers flagged`
    const verdict = problems.length === 0 ? 'all goals met' : problems.join('; ')
    process.stdout.write(
      `corpus: ${servers} servers, ${tools} tools, ${differences.length} verdicts differ, ${flags}: ${verdict}\n`,
    )
  }
  process.exitCode = problems.length === 0 ? 0 : 1
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'))
}
