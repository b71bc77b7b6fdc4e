import { InvalidInput } from './invalid-input.ts'
import { rules } from './rules.ts'

/**
 * Takes `TOOL-01,NET-*` apart and refuses what names no rule, so that a typing error cannot look like a pass.
 */
export function parseSelection(text: string): string[] {
  const names = text
    .split(',')
    .map((name) => name.trim().toUpperCase())
    .filter((name) => name !== '')
  if (names.length === 0)
    throw new InvalidInput('No rule was named. Write ids or groups, such as TOOL-01,NET-*.')
  for (const name of names) {
    if (rules.some(({ id }) => matches(name, id))) continue
    throw new InvalidInput(`"${name}" names no rule. "connectory explain" lists them; NET-* names a group.`)
  }
  return names
}

/** Whether a rule is among those that ids and groups name. */
export function selection(names: readonly string[]): (rule: string) => boolean {
  return (rule) => names.some((name) => matches(name, rule))
}

function matches(name: string, rule: string): boolean {
  return name.endsWith('*') ? rule.startsWith(name.slice(0, -1)) : rule === name
}
