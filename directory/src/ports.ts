import type { Accounts } from './accounts/index.ts'
import type { Authorization } from './authorization/index.ts'
import { customPrefix, isOpen, type Catalogue, type Connector } from './catalogue/index.ts'
import { isForServer, type Connections } from './connections/index.ts'
import type { Custom } from './custom/index.ts'
import type { DraftsDependencies } from './drafts/index.ts'
import type { Icons } from './icons/index.ts'
import type { Gateway } from './gateway/index.ts'
import type { Holds } from './holds/index.ts'
import type { Database, ListingId, OrganisationId, PersonId, SubmissionId, Viewer } from './kernel/index.ts'
import type { Organisations } from './organisations/index.ts'
import type { CheckTarget, Credential } from './probe/index.ts'
import { ProofRefused, type Proofs } from './proofs/index.ts'
import type { Safety } from './safety/index.ts'
import type { Submissions } from './submissions/index.ts'

interface SignedInCheck {
  readonly db: Database
  readonly submissions: Pick<Submissions, 'load' | 'past'>
  readonly custom: Pick<Custom, 'byCheck'>
  readonly organisations: Pick<Organisations, 'organisationsOf'>
  readonly connections: Pick<Connections, 'find' | 'access'>
}

/**
 * The token for a check behind a login: that of the person who asked for the check (publisher or reviewer), who
 * connected this address with a test account: a revision that names another server gets no token of the earlier one. Undefined when there is none; the report then says what it could not see.
 */
export async function signedInToken(
  check: SignedInCheck,
  id: SubmissionId,
  address: string,
): Promise<Credential | undefined> {
  const custom = await check.custom.byCheck(id)
  const key =
    custom === undefined
      ? await askerOf(check, id)
      : { person: custom.checkedFor, organisation: custom.organisation, listing: custom.id }
  if (key === undefined) return undefined
  const connection = await check.connections.find(key)
  if (connection === undefined || !isForServer(connection, address)) return undefined
  const access = await check.connections.access(connection.id)
  return access.kind === 'token' ? access : undefined
}

async function askerOf(
  { db, submissions, organisations }: SignedInCheck,
  id: SubmissionId,
): Promise<{ person: PersonId; organisation: OrganisationId; listing: ListingId } | undefined> {
  const asked = (await submissions.past(db, id)).findLast(
    ({ event }) =>
      event.name === 'check-requested' || event.name === 'submitted' || event.name === 'resubmitted',
  )
  if (asked === undefined || asked.actor.kind !== 'person') return undefined
  const person = asked.actor.id
  const [personal] = await organisations.organisationsOf(db, person)
  if (personal === undefined) return undefined
  const { listing } = await submissions.load(db, id)
  return { person, organisation: personal.id, listing }
}

/** What people connect and clients call: the listed connectors, and those that somebody added by address. */
export interface Connectors extends Pick<
  Catalogue,
  'endpointOf' | 'endpointsOf' | 'shownVersion' | 'mayConnect'
> {
  byId(id: ListingId): Promise<Connector | undefined>
  bySlug(slug: string): Promise<Connector | undefined>
}

export function allConnectors(
  catalogue: Catalogue,
  custom: () => Pick<Custom, 'endpointOf' | 'byId'>,
): Connectors {
  const endpointOf: Connectors['endpointOf'] = (slug) =>
    slug.startsWith(customPrefix) ? custom().endpointOf(slug) : catalogue.endpointOf(slug)
  return {
    endpointOf,
    async endpointsOf(ids) {
      const listed = await catalogue.endpointsOf(ids)
      const others = ids.filter((id) => !listed.some(({ listing }) => listing === id))
      const own = await Promise.all(
        others.map(async (id) => {
          const connector = await custom().byId(id)
          return connector && (await custom().endpointOf(connector.slug))
        }),
      )
      return [...listed, ...own.filter((endpoint) => endpoint !== undefined)]
    },
    shownVersion: (id) => catalogue.shownVersion(id),
    mayConnect: (viewer, endpoint) => catalogue.mayConnect(viewer, endpoint),
    byId: async (id) => (await catalogue.byId(id)) ?? (await custom().byId(id)),
    async bySlug(slug) {
      if (!slug.startsWith(customPrefix)) return await catalogue.bySlug(slug)
      const endpoint = await custom().endpointOf(slug)
      return endpoint && { ...endpoint, id: endpoint.listing }
    },
  }
}

/** What a token may be for: exactly the address of a connector's endpoint at our gateway. */
export async function gatewayEndpointAt(
  resource: string,
  {
    catalogue,
    gateway,
  }: { catalogue: Pick<Catalogue, 'endpointOf'>; gateway: Pick<Gateway, 'endpoint' | 'mergedEndpoint'> },
): Promise<{ name: string; everything?: true } | undefined> {
  if (resource === gateway.mergedEndpoint.href) return { name: 'all connectors', everything: true }
  const slug = /\/c\/([a-z0-9-]+)\/mcp$/.exec(resource)?.[1]
  if (slug === undefined || gateway.endpoint(slug).href !== resource) return undefined
  const endpoint = await catalogue.endpointOf(slug)
  if (endpoint === undefined) return undefined
  // Consent and tokens are offered to anybody; the name of what is not published is not.
  return { name: isOpen(endpoint) ? endpoint.name : endpoint.slug }
}

/** Whom a token for an address of the API speaks for, with the roles that the person has now. */
export async function viewerOfToken(
  {
    authorization,
    accounts,
  }: {
    readonly authorization: Pick<Authorization, 'verifyAccessToken'>
    readonly accounts: Pick<Accounts, 'personById'>
  },
  token: string,
  resource: string,
): Promise<Viewer | undefined> {
  const holder = await authorization.verifyAccessToken(token, resource)
  if ('refused' in holder) return undefined
  const person = await accounts.personById(holder.person)
  if (person === undefined) return undefined
  const { id, name, email, roles } = person
  return { person: id, organisation: holder.organisation, name, email, roles }
}

/** A signed report for a draft; what is wrong with the file is a sentence of the proofs. */
export function readReport(proofs: Pick<Proofs, 'open'>): DraftsDependencies['readReport'] {
  return async (viewer, signed) => {
    try {
      return { report: await proofs.open(viewer, signed) }
    } catch (error) {
      if (!(error instanceof ProofRefused)) throw error
      return { refused: `proofs.fault.${error.fault}`, params: error.params }
    }
  }
}

/**
 * Nothing of who is blocked is published, also what was submitted before. What is published has an icon to look for, from
 * the same transaction on.
 */
export function publishing(
  catalogue: Catalogue,
  {
    icons,
    refuse,
    iconOf,
  }: {
    readonly icons: Pick<Icons, 'want'>
    readonly refuse: Safety['refuseBlocked']
    /** The address of its icon by the newest submission; empty when none was named. */
    readonly iconOf: (trx: Database, listing: ListingId) => Promise<string>
  },
): Pick<Catalogue, 'byId' | 'digestOf' | 'publish' | 'shownVersion'> {
  return {
    ...catalogue,
    async publish(trx, publication) {
      const organisation = (await catalogue.byId(publication.listing, trx))?.organisation
      const { serverUrl } = publication.revision
      if (organisation !== undefined) await refuse(trx, { organisation, serverUrl })
      const version = await catalogue.publish(trx, publication)
      const { listing } = version
      if (organisation === undefined) return version
      const customUrl = await iconOf(trx, listing)
      await icons.want(trx, { listing, organisation, serverUrl, customUrl })
      return version
    },
  }
}

/** What is checked, with the address of the icon that the listing has now. */
export async function targetWithIcon(
  deps: {
    readonly db: Database
    readonly submissions: Pick<Submissions, 'load' | 'target'>
    readonly icons: Pick<Icons, 'addressOf'>
  },
  check: SubmissionId,
  attempt: number,
): Promise<CheckTarget | undefined> {
  const target = await deps.submissions.target(check, attempt)
  if (target?.submission === undefined) return target
  const { listing } = await deps.submissions.load(deps.db, check)
  const known = await deps.icons.addressOf(listing)
  const iconUrl = known === '' ? (target.submission.iconUrl ?? '') : known
  return { ...target, submission: { ...target.submission, iconUrl } }
}

/** Of which listings nothing is called, because an operator, or their safety, has stopped the server or its publisher. */
export async function stoppedAmong(
  { catalogue, holds }: { catalogue: Pick<Catalogue, 'endpointsOf'>; holds: Pick<Holds, 'forbidding'> },
  listings: readonly ListingId[],
): Promise<ReadonlySet<ListingId>> {
  const endpoints = await catalogue.endpointsOf(listings)
  const stopped = endpoints.filter((endpoint) => holds.forbidding(endpoint, undefined) !== undefined)
  return new Set(stopped.map(({ listing }) => listing))
}
