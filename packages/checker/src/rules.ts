import type { Rule } from './rule.ts'

/** Every rule, in the order in which a report shows them. A test holds this list equal to the folder rules/. */
export const rules: readonly Rule[] = []

export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id)
}
