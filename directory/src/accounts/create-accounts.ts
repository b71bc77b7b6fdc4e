import type { IncomingMessage } from 'node:http'
import type { Hono } from 'hono'
import {
  inTransaction,
  type Actor,
  type AppEnv,
  type Clock,
  type Database,
  type Ids,
  type InstanceRole,
  type OrganisationId,
  type PersonId,
  type Vault,
  type Viewer,
} from '../kernel/index.ts'
import type { Organisations } from '../organisations/index.ts'
import { countAttempt, deleteOldAttempts } from './attempt-store.ts'
import type { ClientAddress } from './client-address.ts'
import { grantRole } from './grant-role.ts'
import type { Person, SignedIn, SignInInput, SignUpInput } from './model.ts'
import { createOperatorLink } from './operator-link.ts'
import { accountPages } from './pages/index.tsx'
import type { PasswordHashing } from './hash-in-turn.ts'
import { createSignInStore, type SignInStore } from './sign-in-store.ts'
import { signIn } from './sign-in.ts'
import { normalEmail } from './sign-up-rules.ts'
import { signUp } from './sign-up.ts'
import { deleteOldOperatorLinks, findPerson, holdersOf, someoneHasRole } from './store.ts'
import { viewerOf } from './viewer-of.ts'

export interface AccountsDeps {
  readonly db: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly ids: Ids
  readonly organisations: Organisations
  /** PUBLIC_URL; its scheme decides whether cookies are `__Host-` and Secure. */
  readonly publicUrl: URL
  /** Made with `createClientAddress(config.trustedProxies)`; for the limit of attempts. */
  readonly clientAddress: ClientAddress
  /** Default: the sign-in library's scrypt, slow on purpose. */
  readonly passwords?: PasswordHashing
}

export interface Accounts {
  /** The person behind the session cookie, and nothing else: no bearer token, no header. Null when there is none. */
  viewerOf(request: Pick<Request, 'headers'>): Promise<Viewer | null>
  /** Throws Problem('invalid-input', fields), 'already-exists' or 'too-many'. */
  signUp(input: SignUpInput): Promise<SignedIn>
  /** Throws Problem('invalid-input') with one sentence for an unknown e-mail and a wrong password, or 'too-many'. */
  signIn(input: SignInInput): Promise<SignedIn>
  /** Ends the session of the request; the cookies that make the browser forget it. */
  signOut(request: Pick<Request, 'headers'>): Promise<readonly string[]>
  /** Gives a role of the instance, with an audit row. Safe to repeat. */
  grantRole(trx: Database, person: PersonId, role: InstanceRole, by: Actor, reason?: string): Promise<void>
  personById(id: PersonId): Promise<Person | undefined>
  /** For demo and set-up: the person with this e-mail, in any case. */
  personByEmail(email: string): Promise<Person | undefined>
  /** Everybody who has the role, with their personal organisation: for notices. */
  holdersOf(
    role: InstanceRole,
    trx?: Database,
  ): Promise<readonly { readonly person: PersonId; readonly organisation: OrganisationId }[]>
  hasOperator(): Promise<boolean>
  /** Counts one turn of what anybody may do without an account, by network address. @throws Problem too-many */
  countTurn(turn: {
    /** As the refusal names it, such as `reports`. */
    readonly what: string
    readonly incoming: IncomingMessage | undefined
    /** In a quarter of an hour. */
    readonly most: number
  }): Promise<void>
  /** A link that makes whoever opens it first, signed in, an operator. Valid once, 24 hours; replaces older links. */
  createOperatorLink(): Promise<URL>
  /** Deletes what has expired: sessions, attempts, links. For a daily job; safe to repeat. */
  deleteExpired(): Promise<void>
  /** /sign-in, /sign-up, /sign-out, /account, /operator/:token */
  routes(): Hono<AppEnv>
}

/** What the verbs of this module share. */
export interface AccountsContext extends AccountsDeps {
  readonly signIns: SignInStore
}

/** Reads or makes the key that signs cookies, so the database must be migrated and the vault open. */
export async function createAccounts(deps: AccountsDeps): Promise<Accounts> {
  const { db, clock } = deps
  const context: AccountsContext = { ...deps, signIns: await createSignInStore(deps) }
  const accounts: Omit<Accounts, 'routes'> = {
    viewerOf: (request) => viewerOf(context, request.headers),
    signUp: (input) => signUp(context, input),
    signIn: (input) => signIn(context, input),
    signOut: (request) => context.signIns.leave(request.headers),
    grantRole: (trx, person, role, by, reason) => grantRole(context, trx, { person, role, by, reason }),
    personById: (id) => findPerson(db, { id }),
    personByEmail: (email) => findPerson(db, { email: normalEmail(email) }),
    holdersOf: (role, trx = db) => holdersOf(trx, role),
    hasOperator: () => someoneHasRole(db, 'operator'),
    async countTurn({ what, incoming, most }) {
      const address = context.clientAddress(incoming) ?? 'unknown'
      const key = context.signIns.keyedHash(`turn ${what} ${address}`)
      await countAttempt(db, clock, [{ key, most }], what)
    },
    createOperatorLink: () => createOperatorLink(context),
    async deleteExpired() {
      await context.signIns.deleteExpired()
      await deleteOldAttempts(db, clock)
      await inTransaction(db, (trx) => deleteOldOperatorLinks(trx, clock.now()))
    },
  }
  return { ...accounts, routes: () => accountPages(context, accounts) }
}
