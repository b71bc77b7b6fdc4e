/**
 * What follows when the server of a listing keeps failing: warning, last warning, hidden, delisted, and back. A pure
 * function takes one step at a time from what monitoring has seen; every step stands in an append-only ledger with its
 * reasons. A machine hides and restores; only an operator delists. Never judges what we could not see.
 */
export { createReliability } from './create-reliability.tsx'
export type { LedgerView, Reliability, ReliabilityDependencies } from './reliability.ts'
