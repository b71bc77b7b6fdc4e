/**
 * From where this instance sends requests, for servers that let in only known addresses, and a look from here for
 * authors: does the directory reach my server? Together they answer "is it my address filter?" (FAQ 2 and 8).
 */
export { createEgress, type Egress, type EgressDependencies } from './create-egress.ts'
