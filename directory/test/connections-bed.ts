import { createSafeFetch, type SafeFetch } from '@connectory/wire'
import type { Catalogue, Endpoint } from '../src/catalogue/index.ts'
import { mayConnect } from '../src/catalogue/index.ts'
import {
  createConnections,
  type Connections,
  type ConnectionsDependencies,
} from '../src/connections/index.ts'
import {
  createIds,
  createLog,
  createVault,
  manualClock,
  type Database,
  type Ids,
  type ListingId,
  type Log,
  type ManualClock,
  type OrganisationId,
  type PersonId,
  type Vault,
  type Viewer,
} from '../src/kernel/index.ts'
import { createTell } from '../src/notices/index.ts'
import { testDatabase, type TestDatabase } from './database.ts'

/** Connections over a real database and the real network; what the catalogue would know of listings is given. */
export interface ConnectionsBed extends AsyncDisposable {
  readonly database: TestDatabase
  readonly clock: ManualClock
  readonly ids: Ids
  readonly vault: Vault
  readonly fetch: SafeFetch
  readonly log: Log
  readonly logged: readonly string[]
  readonly notices: ConnectionsDependencies['notices']
  readonly connections: Connections
  readonly catalogue: BedCatalogue
  /** A second process on the same database. @param db its own pool */
  replica(db?: Database): Connections
  list(slug: string, serverUrl: string, change?: Partial<Endpoint>): Endpoint
  /** Owns an organisation of their own. */
  person(name: string, roles?: Viewer['roles']): Viewer
  /** In the organisation of another, and not its owner. */
  colleague(of: Viewer, name: string): Viewer
}

type BedCatalogue = ConnectionsDependencies['catalogue'] & Pick<Catalogue, 'endpointsOf'>

export interface BedOptions {
  readonly publicUrl?: string
  readonly ca?: string
  readonly revokeOnDisconnect?: boolean
}

export async function connectionsBed(options: BedOptions = {}): Promise<ConnectionsBed> {
  const database = await testDatabase()
  const clock = manualClock(new Date())
  const ids = createIds(clock)
  const vault = createVault([{ id: 'k1', bytes: new Uint8Array(32).fill(1) }])
  const fetch = createSafeFetch({
    allowLoopback: true,
    ...(options.ca !== undefined && { trustedCertificates: [options.ca] }),
  })
  const logged: string[] = []
  const log = createLog('trace', { write: (line) => void logged.push(line) })
  const endpoints = new Map<string, Endpoint>()
  const catalogue = catalogueOf(endpoints)
  const owners = new Set<PersonId>()
  const teams = new Set<OrganisationId>()
  const publicUrl = new URL(options.publicUrl ?? 'http://127.0.0.1:8080')
  // Written as everywhere; nothing takes them to a channel here.
  const notices = { tell: createTell({ clock, ids, jobs: { send: () => Promise.resolve() } }) }
  const make = (db: Database = database.db): Connections =>
    createConnections({
      db,
      clock,
      ids,
      vault,
      fetch,
      log,
      catalogue,
      notices,
      people: {
        isOwner: ({ person }) => Promise.resolve(owners.has(person)),
        ownsTeam: ({ person, organisation }) =>
          Promise.resolve(owners.has(person) && teams.has(organisation)),
        organisationOf: () => Promise.resolve(undefined),
        namesOf: () => Promise.resolve(new Map()),
      },
      config: {
        publicUrl,
        gatewayUrl: publicUrl,
        instanceName: 'Connectory',
        revokeOnDisconnect: options.revokeOnDisconnect ?? false,
      },
    })
  return {
    database,
    clock,
    ids,
    vault,
    fetch,
    log,
    logged,
    catalogue,
    notices,
    connections: make(),
    replica: make,
    list(slug, serverUrl, change = {}) {
      const endpoint = endpointOf(ids, slug, serverUrl, change)
      endpoints.set(slug, endpoint)
      return endpoint
    },
    person(name, roles = new Set()) {
      const person = ids.next<PersonId>()
      owners.add(person)
      const organisation = ids.next<OrganisationId>()
      return { person, organisation, name, email: `${name}@example.com`, roles }
    },
    colleague(of, name) {
      const { organisation } = of
      teams.add(organisation)
      return { person: ids.next(), organisation, name, email: `${name}@example.com`, roles: new Set() }
    },
    async [Symbol.asyncDispose]() {
      await fetch.close()
      await database[Symbol.asyncDispose]()
    },
  }
}

function endpointOf(ids: Ids, slug: string, serverUrl: string, change: Partial<Endpoint>): Endpoint {
  return {
    listing: ids.next<ListingId>(),
    organisation: ids.next<OrganisationId>(),
    slug,
    name: slug.toUpperCase(),
    serverUrl,
    authType: 'unknown',
    state: 'published',
    version: 1,
    staticClient: false,
    updatedAt: new Date(0),
    ...change,
  }
}

function catalogueOf(endpoints: ReadonlyMap<string, Endpoint>): BedCatalogue {
  const byId: BedCatalogue['byId'] = (id) => {
    const found = [...endpoints.values()].find(({ listing }) => listing === id)
    if (found === undefined) return Promise.resolve(undefined)
    const { organisation, slug, state } = found
    return Promise.resolve({ id, organisation, slug, state })
  }
  return {
    byId,
    endpointOf: (slug) => Promise.resolve(endpoints.get(slug)),
    endpointsOf: (listings) =>
      Promise.resolve([...endpoints.values()].filter(({ listing }) => listings.includes(listing))),
    shownVersion: () => Promise.resolve(undefined),
    mayConnect,
  }
}
