import { describeRule, levelOf, levelWords, policies, ruleById, rules, type Rule } from '@connectory/checker'
import { indent, wrap } from './layout.ts'
import { painter, type Paint } from './paint.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** What a rule demands and how to keep it; without an id the list of all rules. */
export function explainCommand(id: string | undefined, { stdout, env }: Terminal): number {
  const paint = painter(stdout, env)
  const width = Math.max(50, Math.min(stdout.columns ?? 100, 110))
  stdout.write(id === undefined ? listOfRules(paint) : explained(wanted(id), paint, width))
  return 0
}

function wanted(id: string): Rule {
  const rule = ruleById(id.toUpperCase())
  if (rule) return rule
  const group = id.toUpperCase().split('-')[0] ?? ''
  const near = rules.map((each) => each.id).filter((each) => each.startsWith(`${group}-`))
  const hint = near.length > 0 ? `There are ${near.join(', ')}.` : '"connectory explain" lists all rules.'
  throw new UsageError(`There is no rule ${JSON.stringify(id)}. ${hint}`)
}

function listOfRules(paint: Paint): string {
  const all = [...policies.values()]
  const widths = all.map(({ id }) => id.length)
  const row = (id: string, levels: readonly string[], title: string) => {
    const cells = levels.map((level, at) => level.padEnd(widths[at] ?? 0))
    return `${id.padEnd(8)}  ${cells.join('  ')}  ${title}`
  }
  const head = paint(
    'bold',
    row(
      'Rule',
      all.map(({ id }) => id),
      'What it demands',
    ),
  )
  const rows = rules.map(({ id, title }) =>
    row(
      id,
      all.map((policy) => levelOf(policy, id) ?? '–'),
      title,
    ),
  )
  return `${[head, ...rows].join('\n')}\n`
}

function explained(rule: Rule, paint: Paint, width: number): string {
  const { id, title, why, clause, scope, pass, cases } = describeRule(rule, 'en')
  const levels = [...policies.values()].map((policy) => `${policy.id}: ${levelWords(policy, rule)}`)
  const caseLines = Object.entries(cases).flatMap(([name, { message, fix }]) => [
    `  ${paint('bold', name)}`,
    indent(wrap(message, width - 4), 4),
    indent(`${paint('green', 'Fix:')} ${wrap(fix, width - 9, 5)}`, 4),
  ])
  return `${[
    `${paint('bold', id)}  ${title}`,
    '',
    wrap(`Why: ${why}`, width),
    `Clause: ${clause.name} ${paint('dim', clause.url)}`,
    ...levels.map((line) => `Level under ${line}`),
    ...(scope === 'passive' ? [] : [`Looked at only in the scope ${scope}.`]),
    '',
    paint('bold', 'When it passes'),
    indent(wrap(pass, width - 2), 2),
    '',
    paint('bold', 'When it does not'),
    ...caseLines,
    '',
    ...examples('Example that passes', rule.examples.pass, paint, width),
    ...examples('Example that does not', rule.examples.fail, paint, width),
  ].join('\n')}\n`
}

/** The shortest example says the most; those without anything in them say nothing. */
function examples(heading: string, all: Rule['examples']['pass'], paint: Paint, width: number): string[] {
  const texts = all.map((facts) => JSON.stringify(short(facts))).filter((text) => !text.endsWith('[]'))
  const [shortest] = texts.toSorted((one, other) => one.length - other.length)
  if (shortest === undefined) return []
  const limit = width * 3
  const cut = shortest.length <= limit ? shortest : `${shortest.slice(0, limit)}…`
  return [paint('bold', heading), indent(cut, 2)]
}

/** A list of tools is shown as the tools themselves. */
function short(facts: Rule['examples']['pass'][number]): unknown {
  const { tools, ...rest } = facts
  if (!tools || Object.keys(rest).length > 0) return facts
  const raw = tools.list.map((tool) => tool.raw)
  return raw.length === 1 ? raw[0] : raw
}
