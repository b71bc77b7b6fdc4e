import { policies, type Policy } from '@connectory/checker'
import { Problem } from '../kernel/index.ts'

/** The newest first. */
export function policiesForServers(): readonly Policy[] {
  return [...policies.values()]
    .filter(({ subject }) => subject === 'remote')
    .toSorted((one, other) => (one.effective < other.effective ? 1 : -1))
}

/** @throws Problem invalid-input */
export function requirePolicy(id: string): Policy {
  const policy = policiesForServers().find((one) => one.id === id)
  if (policy !== undefined) return policy
  throw new Problem('invalid-input', 'Choose a policy.', { fields: { policy: 'Choose a policy.' } })
}
