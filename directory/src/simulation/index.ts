/**
 * What would fail under a policy: every published listing's stored report, judged again without a look at any server.
 * A simulation goes through the listings page by page, survives a restart, and keeps what it found for tables and
 * files. What the reports do not say is said to be unknown, never to hold. Publishers see their own listings.
 */
export { createSimulations } from './create-simulations.ts'
export type { Simulations, SimulationsDependencies } from './simulations.ts'
