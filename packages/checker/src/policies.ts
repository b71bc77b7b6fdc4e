import { policy as claude202610 } from './policies/claude-2026-10.ts'
import { policy as faq20260210 } from './policies/faq-2026-02-10.ts'
import { policy as openai202608 } from './policies/openai-2026-08.ts'
import type { Policy } from './policy.ts'

export const defaultPolicy: Policy = faq20260210

/** Every policy by its id. A test holds this list equal to the folder policies/. */
export const policies: ReadonlyMap<string, Policy> = new Map(
  [claude202610, defaultPolicy, openai202608].map((policy) => [policy.id, policy]),
)

/** A policy by its id, or by the name before its date: `openai` is the newest of that name. */
export function policyByName(name: string): Policy | undefined {
  const dated = [...policies.values()].filter(({ id }) => id.replace(/-\d{4}-\d{2}(-\d{2})?$/, '') === name)
  return policies.get(name) ?? dated.toSorted((one, other) => (one.id < other.id ? 1 : -1))[0]
}
