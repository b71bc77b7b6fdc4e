/**
 * The safety of those who use connectors: what people report of them, also in private, and what is put in quarantine at once by one person, and blocked by two. A
 * restriction is a fold of its events, held in the catalogue (what is shown) and in `holds` (what is called). Knows
 * nothing of why servers fail; that is `reliability`.
 */
export { safetyResource } from './api.ts'
export { sealedInComplaints } from './complaint-store.ts'
export { createSafety } from './create-safety.tsx'
export type { Safety, SafetyDependencies } from './safety.ts'
