import type { Category } from '../catalogue/index.ts'
import type { Answers } from './answers.ts'

/** How callers get in, in the publisher's words; a check finds out whether it is so. */
export const authModes = ['none', 'oauth'] as const
export type AuthMode = (typeof authModes)[number]

/** Version of the terms that a publisher accepts by submitting. */
export const termsVersion = '2026-10'

/** What a publisher says of a server, frozen with each revision. Made only by `parseFacts`. */
export interface Facts {
  readonly serverUrl: string
  readonly auth: AuthMode
  /** The publisher gives us a client id instead of dynamic registration. */
  readonly staticClient: boolean
  /** The server admits only addresses of an allowlist. */
  readonly addressFilter: boolean
  readonly name: string
  readonly tagline: string
  readonly descriptionMarkdown: string
  /** One to five. */
  readonly categories: readonly Category[]
  readonly publisherName: string
  readonly publisherUrl: string | null
  readonly documentationUrl: string | null
  readonly privacyUrl: string
  readonly termsUrl: string | null
  /** A URL or an e-mail address. */
  readonly support: string
  /** A URL or an e-mail address; without it the server's security.txt is looked for. */
  readonly securityContact: string | null
  readonly useCases: string | null
  readonly testInstructions: string | null
  /** Absent when only the short form was filled in. */
  readonly answers?: Answers
}

/** Longest value of each text, in code points. */
export const limits = {
  serverUrl: 2_000,
  name: 100,
  tagline: 55,
  descriptionMarkdown: 2_000,
  publisherName: 100,
  address: 500,
  useCases: 2_000,
  testInstructions: 4_000,
} as const
