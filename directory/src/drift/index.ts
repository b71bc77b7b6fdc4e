/**
 * Whether the tools of listed servers are still what was approved. About once a day each list is read as anybody could
 * read it, without an account, and compared by the comparison of `holds`, which holds what has to be held. Every change
 * is written down once, with what differs; a second look confirms it, and a return to what was approved is written down
 * too. A list that could not be read says nothing of its tools.
 */
export { createDrift } from './create-drift.tsx'
export type { Drift, DriftDependencies } from './drift.ts'
