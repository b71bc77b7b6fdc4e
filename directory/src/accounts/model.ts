import type { InstanceRole, PersonId, Viewer } from '../kernel/index.ts'

/** A person as other modules may know one. */
export interface Person {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly roles: ReadonlySet<InstanceRole>
}

export interface SignUpInput {
  /** 1 to 120 characters after trimming. */
  readonly name: string
  readonly email: string
  /** 10 to 256 characters. */
  readonly password: string
  /** For the limit of attempts; `clientAddress` says it. Without it only the e-mail counts. */
  readonly address?: string | undefined
  /** What the person recognises a session by, from the User-Agent header. */
  readonly userAgent?: string | undefined
}

export type SignInInput = Omit<SignUpInput, 'name'>

/** Who signed in, and the Set-Cookie values that make the browser remember it. */
export interface SignedIn {
  readonly viewer: Viewer
  readonly cookies: readonly string[]
}

/** A browser in which a person is signed in. */
export interface Session {
  readonly id: string
  readonly userAgent: string
  readonly createdAt: Date
  readonly expiresAt: Date
  /** The one that asks. */
  readonly current: boolean
}
