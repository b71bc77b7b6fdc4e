import type { Rule } from '../rule.ts'

/** What the letters of an id stand for, in the order in which the handbook shows them. */
export const areas: Readonly<Record<string, string>> = {
  NET: 'Network',
  TRN: 'Transport',
  PRO: 'Protocol',
  TOOL: 'Tools',
  LIM: 'Limits',
  ERR: 'Errors',
  AUTH: 'Login',
  SEC: 'Security of texts',
  DATA: 'Data',
  USE: 'Use',
  DOC: 'Documents',
  ICN: 'Icons',
}

export function areaOf({ id }: Pick<Rule, 'id'>): string {
  return id.split('-')[0] ?? ''
}

export function inAreas(rules: readonly Rule[]): { area: string; title: string; rules: Rule[] }[] {
  return Object.entries(areas)
    .map(([area, title]) => ({ area, title, rules: rules.filter((rule) => areaOf(rule) === area) }))
    .filter((each) => each.rules.length > 0)
}

const onlyOverTheNetwork = new Set(['NET', 'TRN', 'PRO', 'AUTH'])
const bundlesToo = new Set(['TRN-05', 'PRO-02', 'PRO-04'])
const neverInBundles = new Set(['TOOL-30', 'TOOL-31', 'LIM-05', 'LIM-06', 'ERR-04', 'DATA-06', 'DOC-10'])

/** Whether the rule says something on a server that is installed as a bundle and reached over stdio. */
export function appliesToBundles(rule: Rule): boolean {
  if (bundlesToo.has(rule.id)) return true
  return !onlyOverTheNetwork.has(areaOf(rule)) && !neverInBundles.has(rule.id)
}

/** True when no fact alone settles the rule: each of its examples ends with a question to a person. */
export function asksAPerson(rule: Rule): boolean {
  const drafts = rule.examples.fail.flatMap((facts) => [...rule.check(facts)])
  return drafts.length > 0 && drafts.every((draft) => draft.outcome === 'needs-human')
}
