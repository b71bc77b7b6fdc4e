import type { Level } from '../level.ts'
import { levelOf, type Policy, type Subject } from '../policy.ts'
import type { Rule } from '../rule.ts'
import { rules } from '../rules.ts'
import type { Scope } from '../scope.ts'
import { appliesToBundles, asksAPerson, inAreas } from './areas.ts'

const scopeWords: Readonly<Record<Scope, string>> = {
  passive: '',
  login: ' (with `--login`)',
  call: ' (with `--call read-only`)',
}

const opening: Readonly<Record<Subject, readonly string[]>> = {
  remote: [
    'Run these, mend what they name, then go through the rest by hand:',
    '',
    '```',
    'connectory check https://mcp.example.com/mcp',
    'connectory check https://mcp.example.com/mcp --login --call read-only',
    '```',
  ],
  bundle: [
    'The archive and its manifest are not looked at yet; what a model reads and what people read is. Save the answer',
    'of `tools/list` into a file, run this, mend what it names, then go through the rest by hand:',
    '',
    '```',
    'connectory check --tools tools.json',
    '```',
  ],
}

const titles: Readonly<Record<Subject, string>> = { remote: 'remote server', bundle: 'local bundle' }

/**
 * What to look at before a submission, as Markdown with boxes to tick: what stops it first, then what a person
 * decides, then advice.
 */
export function checklist(policy: Policy, subject: Subject): string {
  const all = rules.filter((rule) => subject === 'remote' || appliesToBundles(rule))
  const person = all.filter((rule) => asksAPerson(rule))
  const machine = (...levels: Level[]) =>
    all.filter((rule) => !person.includes(rule) && levels.includes(levelOf(policy, rule.id) ?? 'info'))
  return [
    `# Before you submit a ${titles[subject]}`,
    '',
    `Under the policy ${policy.id} ([source](${policy.source})).`,
    '',
    ...opening[subject],
    '',
    ...section('What stops a submission', machine('reject', 'must'), policy),
    ...section('What a person decides', person, policy),
    ...section('What makes it better', machine('should', 'info'), policy),
  ].join('\n')
}

function section(title: string, some: readonly Rule[], policy: Policy): string[] {
  const lines = inAreas(some).flatMap((area) => [
    `**${area.title}**`,
    '',
    ...area.rules.map(({ id, title: demand, scope }) => {
      const level = levelOf(policy, id) === 'reject' ? ', rejected at once' : ''
      return `- [ ] ${demand} (${id}${level})${scopeWords[scope]}`
    }),
    '',
  ])
  return [`## ${title}`, '', ...lines]
}
