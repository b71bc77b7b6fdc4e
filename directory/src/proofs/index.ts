/**
 * What publishers prove with reports of their own: each organisation keeps the public keys with which it signs, and a
 * signed report in which every tool was called becomes an event of the submission. The directory's own check decides
 * as before; the proof tells the reviewer that the author ran the tools (SUB-04). And that they have the site of a server,
 * by a file or a record that only who has it can put there (DEV-02).
 */
export { createProofs } from './create-proofs.ts'
export { ProofRefused } from './model.ts'
export { findProof, proofOrder, type ProofOrder, type ProofPlace } from './proof-order.ts'
export type { DomainProof, Proofs, ProofsDependencies, SigningKey } from './proofs.ts'
export { publisherOrder } from './prove-domain.ts'
export { textRecords } from './text-records.ts'
export { DomainFact } from './pages/domain-fact.tsx'
export { DomainPart } from './pages/domain-part.tsx'
export { OrderLines } from './pages/order-lines.tsx'
