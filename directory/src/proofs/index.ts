/**
 * What publishers prove with reports of their own: each organisation keeps the public keys with which it signs, and a
 * signed report in which every tool was called becomes an event of the submission. The directory's own check decides
 * as before; the proof tells the reviewer that the author ran the tools (SUB-04).
 */
export { createProofs } from './create-proofs.ts'
export { ProofRefused } from './model.ts'
export type { Proofs, ProofsDependencies, SigningKey } from './proofs.ts'
