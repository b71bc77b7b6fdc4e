import { levelOf, type Policy } from '../policy.ts'
import { describeRule } from '../render.ts'
import type { Rule } from '../rule.ts'
import { rules } from '../rules.ts'
import { inAreas, asksAPerson } from './areas.ts'
import { checklist } from './checklist.ts'
import { otherNames } from './other-names.ts'

const generated =
  'This page is made from the rules by `scripts/policy-docs.ts`; change the rules, not the page.'

/** The whole handbook: file name to Markdown. */
export function handbook(policies: readonly Policy[]): ReadonlyMap<string, string> {
  const pages = new Map<string, string>([['README.md', contents(policies)]])
  for (const { area, title, rules: some } of inAreas(rules)) {
    const entries = some.flatMap((rule) => entry(rule, policies))
    pages.set(`${area}.md`, page([`# ${title}`, '', generated, '', ...entries]))
  }
  for (const policy of policies) {
    for (const subject of ['remote', 'bundle'] as const) {
      pages.set(`checklist-${subject}-${policy.id}.md`, page([checklist(policy, subject)]))
    }
  }
  pages.set('other-names.md', overlaps())
  return pages
}

function page(lines: readonly string[]): string {
  return `${lines.join('\n').trimEnd()}\n`
}

function contents(policies: readonly Policy[]): string {
  const head = ['Rule', 'What it demands', ...policies.map(({ id }) => id)]
  return page([
    '# Rules and policies',
    '',
    generated,
    '',
    'A rule states a fact. A policy gives it a level: `reject`, `must`, `should` or `info`. What a level means stands in',
    '[verdict.md](../verdict.md). `connectory explain TOOL-01` prints the same text.',
    '',
    ...policies.map(
      ({ id, title, effective, source }) =>
        `- **${id}**: ${title}, in force since ${effective} ([source](${source}))`,
    ),
    '',
    'Before you submit:',
    '',
    ...policies.map(
      ({ id }) =>
        `- ${id}: [remote server](checklist-remote-${id}.md), [local bundle](checklist-bundle-${id}.md)`,
    ),
    '',
    'Facts with more than one name: [other names](other-names.md).',
    '',
    ...inAreas(rules).flatMap(({ area, title, rules: some }) => [
      `## ${title}`,
      '',
      row(head),
      row(head.map(() => '---')),
      ...some.map((rule) =>
        row([
          `[${rule.id}](${area}.md#${anchor(rule)})`,
          cell(rule.title),
          ...policies.map((policy) => levelOf(policy, rule.id) ?? '–'),
        ]),
      ),
      '',
    ]),
  ])
}

function entry(rule: Rule, policies: readonly Policy[]): string[] {
  const { id, title, why, clause, scope, pass, cases } = describeRule(rule, 'en')
  return [
    `## ${id} ${title}`,
    '',
    why,
    '',
    `- Clause: [${clause.name}](${clause.url})`,
    `- Level: ${policies.map((policy) => `${levelWords(policy, rule)} (${policy.id})`).join(', ')}`,
    ...(scope === 'passive' ? [] : [`- Looked at only in the scope ${scope}`]),
    ...(asksAPerson(rule) ? ['- A person decides; the check brings the evidence'] : []),
    `- Passes: ${pass}`,
    '',
    row(['Case', 'What is said', 'Fix']),
    row(['---', '---', '---']),
    ...Object.entries(cases).map(([name, { message, fix }]) =>
      row([`\`${name}\``, cell(message), cell(fix)]),
    ),
    '',
  ]
}

/** The level of the rule, and of those cases that have their own. */
export function levelWords(policy: Policy, rule: Rule): string {
  const level = levelOf(policy, rule.id)
  if (level === undefined) return 'not judged'
  const other = Object.keys(rule.text.en.cases)
    .map((name) => [name, levelOf(policy, rule.id, name)] as const)
    .filter(([, own]) => own !== level)
    .map(([name, own]) => `${name}: ${own}`)
  return other.length === 0 ? level : `${level} (${other.join(', ')})`
}

function overlaps(): string {
  return page([
    '# Facts with more than one name',
    '',
    generated,
    '',
    'A fact is judged once, under one id. Drafts of this catalogue and other checkers know some facts by other names;',
    'here is where each is judged. A signal is a finer name inside the findings of the rule.',
    '',
    row(['Name', 'Judged as', 'Signal']),
    row(['---', '---', '---']),
    ...otherNames.map(({ name, rule, signal }) => row([name, rule, signal ?? ''])),
  ])
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}

/** As the usual Markdown renderers name a heading. */
function anchor({ id, title }: Pick<Rule, 'id' | 'title'>): string {
  return `${id} ${title}`
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-')
}
