import { createHmac, randomBytes } from 'node:crypto'
import { APIError } from 'better-auth/api'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { getAdapter } from 'better-auth/db/adapter'
import { betterAuth } from 'better-auth/minimal'
import type { BetterAuthOptions } from 'better-auth'
import {
  Problem,
  type Clock,
  type Database,
  type EventId,
  type Ids,
  type SealedColumn,
  type Vault,
} from '../kernel/index.ts'
import { hashInTurn, type PasswordHashing } from './hash-in-turn.ts'
import { hashSessionTokens } from './hashed-session-adapter.ts'
import { passwordLength } from './sign-up-rules.ts'

/** A person as the sign-in library knows one; `id` is `person.sign_in_id`. */
export interface SignInUser {
  readonly id: string
  readonly name: string
  readonly email: string
}

export interface Entered {
  readonly user: SignInUser
  readonly cookies: readonly string[]
}

export interface StoredSession {
  readonly id: string
  readonly userAgent: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

interface Credentials {
  readonly email: string
  readonly password: string
  readonly userAgent?: string | undefined
}

export interface SignInStore {
  create(input: Credentials & { readonly name: string }): Promise<Entered>
  enter(input: Credentials): Promise<Entered>
  /** Who holds the session cookie of these headers. */
  sessionOf(headers: Headers): Promise<{ readonly user: SignInUser; readonly session: string } | null>
  leave(headers: Headers): Promise<readonly string[]>
  /** Changes the password and ends every session but a new one, whose cookies it returns. */
  changePassword(headers: Headers, current: string, next: string): Promise<readonly string[]>
  sessionsOf(user: string): Promise<readonly StoredSession[]>
  /** Ends one session of this user, or with `except` all others. */
  endSessions(user: string, which: { readonly only: string } | { readonly except: string }): Promise<void>
  deleteExpired(): Promise<void>
  /** For keys of the limit of attempts. */
  readonly keyedHash: (text: string) => string
}

type SignInTables = {
  'auth.session': {
    id: string
    userId: string
    userAgent: string | null
    createdAt: Date
    expiresAt: Date
  }
  'auth.verification': { expiresAt: Date }
  'auth.secret': { name: string; sealed: string; created_at: Date }
}

interface SignInDeps {
  readonly db: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly ids: Ids
  readonly publicUrl: URL
  readonly passwords?: PasswordHashing
}

/** Sessions end this long after the sign-in; they are not prolonged by use. */
export const sessionSeconds = 30 * 24 * 3600

/** better-auth without its HTTP routes: our pages call it, so that origin, form token and words are ours. */
export async function createSignInStore(deps: SignInDeps): Promise<SignInStore> {
  const { clock } = deps
  const db = deps.db.withTables<SignInTables>()
  const secret = await findOrMakeSecret(deps)
  const keyedHash = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url')
  const options = signInOptions(deps, secret)
  const storage = await getAdapter(options)
  const { api } = betterAuth({
    ...options,
    database: () => hashSessionTokens(storage, (token) => keyedHash(`session ${token}`)),
  })
  return {
    keyedHash,
    async create({ name, email, password, userAgent }) {
      const answer = await asProblem(
        api.signUpEmail({ body: { name, email, password }, headers: agent(userAgent), returnHeaders: true }),
      )
      return { user: answer.response.user, cookies: answer.headers.getSetCookie() }
    },
    async enter({ email, password, userAgent }) {
      const answer = await asProblem(
        api.signInEmail({ body: { email, password }, headers: agent(userAgent), returnHeaders: true }),
      )
      return { user: answer.response.user, cookies: answer.headers.getSetCookie() }
    },
    async sessionOf(headers) {
      const found = await api.getSession({ headers: onlyCookie(headers), query: { disableRefresh: true } })
      return found === null ? null : { user: found.user, session: found.session.id }
    },
    async leave(headers) {
      const answer = await api.signOut({ headers: onlyCookie(headers), returnHeaders: true })
      return answer.headers.getSetCookie()
    },
    async changePassword(headers, currentPassword, newPassword) {
      const body = { currentPassword, newPassword, revokeOtherSessions: true }
      const answer = await asProblem(api.changePassword({ body, headers, returnHeaders: true }))
      return answer.headers.getSetCookie()
    },
    async sessionsOf(user) {
      const rows = await db
        .selectFrom('auth.session')
        .select(['id', 'userAgent', 'createdAt', 'expiresAt'])
        .where('userId', '=', user)
        .where('expiresAt', '>', clock.now())
        .orderBy('createdAt', 'desc')
        .execute()
      return rows.map((row) => ({ ...row, userAgent: row.userAgent ?? '' }))
    },
    async endSessions(user, which) {
      const sessions = db.deleteFrom('auth.session').where('userId', '=', user)
      await (
        'only' in which ? sessions.where('id', '=', which.only) : sessions.where('id', '!=', which.except)
      ).execute()
    },
    async deleteExpired() {
      await db.deleteFrom('auth.session').where('expiresAt', '<', clock.now()).execute()
      await db.deleteFrom('auth.verification').where('expiresAt', '<', clock.now()).execute()
    },
  }
}

/** What better-auth is told; also what the test of the migration compares with. */
export function signInOptions(
  { db, ids, publicUrl, passwords }: SignInDeps,
  secret: string,
): BetterAuthOptions {
  const secure = publicUrl.protocol === 'https:'
  const cookie = (name: string) => ({
    name: secure ? `__Host-connectory-${name}` : `connectory-${name}`,
    attributes: { secure, httpOnly: true, sameSite: 'lax' as const, path: '/' },
  })
  return {
    secret,
    baseURL: publicUrl.origin,
    database: { db, type: 'postgres', schemaName: 'auth', transaction: true },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      password: hashInTurn(passwords ?? { hash: hashPassword, verify: verifyPassword }),
    },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true, freshAge: 0 },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: cookie('session'),
        session_data: cookie('session-data'),
        dont_remember: cookie('session-short'),
      },
      database: { generateId: () => ids.next<EventId>() },
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  }
}

/** For a change of keys. */
export const sealedColumns: readonly SealedColumn[] = [{ table: 'auth.secret', column: 'sealed' }]

async function findOrMakeSecret({ db, vault, clock }: SignInDeps): Promise<string> {
  const name = 'sign-in'
  const place = { table: 'auth.secret', column: 'sealed', row: name }
  const tables = db.withTables<SignInTables>()
  await tables
    .insertInto('auth.secret')
    .values({
      name,
      sealed: vault.seal(randomBytes(32).toString('base64url'), place),
      created_at: clock.now(),
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const row = await tables
    .selectFrom('auth.secret')
    .select('sealed')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return vault.open(row.sealed, place)
}

function agent(userAgent: string | undefined): Headers {
  return new Headers(userAgent === undefined ? {} : { 'user-agent': userAgent.slice(0, 300) })
}

/** Only the cookie speaks for a person: no other header of the request reaches the library. */
function onlyCookie(headers: Headers): Headers {
  return new Headers({ cookie: headers.get('cookie') ?? '' })
}

const wrongCredentials = 'E-mail or password is wrong. Check both and try again.'

/** The library's refusals in our words; what is not a refusal stays a fault. */
async function asProblem<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    const code = error.body?.code ?? ''
    if (code.startsWith('USER_ALREADY_EXISTS')) {
      throw new Problem('already-exists', 'There is an account with this e-mail already. Sign in instead.', {
        fields: { email: 'There is an account with this e-mail already. Sign in instead.' },
        cause: error,
      })
    }
    if (code === 'INVALID_EMAIL_OR_PASSWORD' || code === 'INVALID_EMAIL') {
      throw new Problem('invalid-input', wrongCredentials, { cause: error })
    }
    if (code === 'INVALID_PASSWORD') {
      throw new Problem('invalid-input', 'The current password is wrong.', {
        fields: { current: 'The current password is wrong.' },
        cause: error,
      })
    }
    if (code === 'UNAUTHORIZED' || error.statusCode === 401) {
      throw new Problem('not-signed-in', 'Sign in to do this.', { cause: error })
    }
    throw error
  }
}
