// docs/corpus.md: what the checker says of published servers, with every flagged text judged by a person.
import type { Flag } from './verdicts.ts'

export interface ServerRow {
  readonly name: string
  readonly tools: number
  readonly withoutHint: number
  readonly withoutTitle: number
  readonly badName: number
  readonly badSchema: number
  readonly flags: readonly (Flag & { readonly judgement: string })[]
}

export interface Figures {
  readonly servers: number
  readonly tools: number
  readonly flaggedTools: number
  readonly flaggedServers: number
  readonly differences: readonly string[]
}

export const most = { tools: 0.005, servers: 0.02 } as const

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`

export function pageOf(
  rows: readonly ServerRow[],
  figures: Figures,
  failed: readonly { readonly name: string; readonly why: string }[],
): string {
  const sum = (key: 'withoutHint' | 'withoutTitle' | 'badName' | 'badSchema') =>
    rows.reduce((total, row) => total + row[key], 0)
  const rate = (what: string, count: number, servers: number) =>
    `| ${what} | ${count} | ${percent(count, figures.tools)} | ${servers} |`
  const having = (key: 'withoutHint' | 'withoutTitle' | 'badName' | 'badSchema') =>
    rows.filter((row) => row[key] > 0).length
  return `${[
    '# Published servers, judged and counted again',
    'Made by `npm run corpus`; do not edit. The servers are installed from npm without their scripts, started without network and with an empty home, and asked for their tools; nothing is called.',
    `${figures.servers} servers with ${figures.tools} tools answered; ${failed.length} did not start and are listed below.`,
    '## How often published servers break a rule',
    'Verdicts of TOOL-01, TOOL-04, TOOL-11 and TOOL-23 are compared, tool by tool, with a recount that shares no code with the rules (`scripts/corpus/recount.ts`).',
    [
      '| Rule | Tools | Share | Servers |',
      '|---|---|---|---|',
      rate('TOOL-01: no hint at all', sum('withoutHint'), having('withoutHint')),
      rate('TOOL-04: no title of its own in annotations', sum('withoutTitle'), having('withoutTitle')),
      rate('TOOL-11: name not portable or not unique', sum('badName'), having('badName')),
      rate('TOOL-23: input schema not valid', sum('badSchema'), having('badSchema')),
    ].join('\n'),
    figures.differences.length === 0
      ? 'No verdict differs from the recount.'
      : `Verdicts that differ from the recount:\n\n${figures.differences.map((line) => `- ${line}`).join('\n')}`,
    '## Texts that were flagged',
    `A flag is a finding of a text rule, as a failure or as a question to a reviewer. Flagged are ${figures.flaggedTools} tools (${percent(figures.flaggedTools, figures.tools)}, at most ${100 * most.tools} % wanted) of ${figures.flaggedServers} servers (${percent(figures.flaggedServers, figures.servers)}, at most ${100 * most.servers} % wanted). SEC-04 has learned from these very texts that they are harmless; docs/attacks.md says how many servers it flags unread.`,
    flagTable(rows),
    '## Servers',
    [
      '| Server | Tools | No hint | No title | Name | Schema | Flags |',
      '|---|---|---|---|---|---|---|',
      ...rows.map(
        (row) =>
          `| ${row.name} | ${row.tools} | ${row.withoutHint} | ${row.withoutTitle} | ${row.badName} | ${row.badSchema} | ${row.flags.length} |`,
      ),
    ].join('\n'),
    '## Servers that did not start',
    failed.map(({ name, why }) => `- ${name}: ${cell(why)}`).join('\n') || 'None.',
  ].join('\n\n')}\n`
}

function flagTable(rows: readonly ServerRow[]): string {
  const lines = rows.flatMap(({ name, flags }) =>
    flags.map(
      (flag) =>
        `| ${name} | ${cell(flag.tool)} | ${flag.rule} ${flag.signal} | ${cell(flag.words)} | ${cell(flag.judgement)} |`,
    ),
  )
  if (lines.length === 0) return 'None.'
  return ['| Server | Where | Rule | Words | Judgement |', '|---|---|---|---|---|', ...lines].join('\n')
}

/** Strangers' text in one cell of a table, with nothing that Markdown or HTML would read. */
function cell(text: string): string {
  const cut = text.length > 160 ? `${text.slice(0, 160)}…` : text
  return cut.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>|&#~]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
