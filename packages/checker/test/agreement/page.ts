import type { Sum } from './compare.ts'
import { explanations, type Explanation } from './explained.ts'
import { shared, type Fact, type SharedCheck } from './shared.ts'

/** docs/conformance.md is made from here on. */
export const firstHeading = '## Shared checks'

export function sharedTable(): string {
  return table(
    ['check of the suite', 'where the checker says it'],
    shared.map(({ check, facts }: SharedCheck) => [code(check), facts.map(factWords).join('; ')]),
  )
}

export function explainedTable(): string {
  return table(
    ['checks of the suite', 'found by', 'servers', 'why'],
    explanations.map(({ checks, alone, servers, why }: Explanation) => [
      checks.map(code).join(', '),
      `the ${alone} alone`,
      servers.map(code).join(', '),
      why,
    ]),
  )
}

export function sections(sum: Sum): string {
  const { servers, comparisons, agree, bothFail, explained, notLooked } = sum
  const lines = [
    firstHeading,
    '',
    sharedTable(),
    '',
    '## Explained differences',
    '',
    `On ${servers} servers ${comparisons} statements were compared: ${agree} agree (both find the fault in ${bothFail}),`,
    `${explained} differ for the reasons below. Of ${notLooked} more the checker says that it could not look.`,
    '',
    explainedTable(),
    '',
  ]
  return lines.join('\n')
}

function factWords({ rule, cases, signals, target }: Fact): string {
  const finer = [
    ...(cases ? [`${cases.length > 1 ? 'cases' : 'case'} ${cases.map(code).join(', ')}`] : []),
    ...(signals ? [`signal ${signals.map(code).join(', ')}`] : []),
    ...(target === undefined ? [] : [`of ${code(target)}`]),
  ]
  return [rule, ...finer].join(' ')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return lines.join('\n')
}

function code(text: string): string {
  return `\`${text}\``
}
