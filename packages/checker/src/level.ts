/** How much a failed rule weighs. A level belongs to a policy, not to a rule. */
export const levels = ['reject', 'must', 'should', 'info'] as const
export type Level = (typeof levels)[number]
