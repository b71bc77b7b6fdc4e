/**
 * Who has a listing, after it was published: its publisher, or an operator, takes it down, and its publisher hands it over
 * to another organisation that proves that it has the server. What is said in a listing is the business of submissions.
 */
export { createOwnership } from './create-ownership.ts'
export type { Ownership, OwnershipDependencies } from './ownership.ts'
