/**
 * People: signing up, in and out, roles of the instance, and the one-time link for the first operator.
 * Sign-in is better-auth's work, in its own schema `auth`, reached only through sign-in-store.ts; our person id is the
 * only id that leaves this module. Every person has a personal organisation from the first moment.
 * Front door: `await createAccounts(deps)`.
 */
export { createAccounts, type Accounts, type AccountsDeps } from './create-accounts.ts'
export type { Person, Session, SignedIn, SignInInput, SignUpInput } from './model.ts'
export { createClientAddress, type ClientAddress } from './client-address.ts'
export { createPeople, type People } from './people.ts'
export { safeNext, signInPath } from './safe-next.ts'
export type { PasswordHashing } from './hash-in-turn.ts'
export { sealedColumns as sealedInAccounts } from './sign-in-store.ts'
