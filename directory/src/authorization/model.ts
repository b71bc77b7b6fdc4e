import type { OrganisationId, PersonId } from '../kernel/index.ts'

/** What a good access token says. */
export interface TokenHolder {
  readonly person: PersonId
  readonly organisation: OrganisationId
  /** The OAuth client: an id of ours, an https URL (CIMD), or `connectory-script`. */
  readonly client: string
  readonly scopes: ReadonlySet<string>
  /** The grant that the token belongs to. */
  readonly grant: string
  readonly expiresAt: Date
}

/** Why a token is not accepted here; for `error_description` in the challenge. */
export interface TokenRefused {
  readonly refused: 'expired' | 'wrong-audience' | 'invalid'
}

/** A client, or a script, that a person let use an endpoint. */
export interface Grant {
  readonly id: string
  readonly kind: 'client' | 'script'
  readonly client: string
  readonly clientName: string
  /** The gateway endpoint, exact. */
  readonly endpoint: string
  readonly scopes: readonly string[]
  readonly createdAt: Date
  readonly lastTokenAt: Date | undefined
  readonly expiresAt: Date
}

/** The endpoint as the consent page names it. */
export interface Endpoint {
  /** For example the connector's name. */
  readonly name: string
  /** The endpoint is for all that the person connects, now and later. */
  readonly everything?: true
}
