import { policies, policyByName, type Policy } from '@connectory/checker'
import { UsageError } from './usage-error.ts'

/** @throws UsageError that lists the policies there are */
export function policyNamed(name: string): Policy {
  const policy = policyByName(name)
  if (policy) return policy
  throw new UsageError(
    `There is no policy ${JSON.stringify(name)}; there is ${[...policies.keys()].join(', ')}, or the name without its date.`,
  )
}
