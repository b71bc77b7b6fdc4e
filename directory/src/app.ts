import { readFileSync } from 'node:fs'
import { createSafeFetch } from '@connectory/wire'
import { createAccounts, createClientAddress, createPeople, type PasswordHashing } from './accounts/index.ts'
import { createAuthorization } from './authorization/index.ts'
import { createCatalogue, type Catalogue } from './catalogue/index.ts'
import type { Config } from './config/index.ts'
import { connectionsResource, createConnections, type Connections } from './connections/index.ts'
import { createCustom, type Custom } from './custom/index.ts'
import { createDrafts, type Drafts } from './drafts/index.ts'
import { createEgress, type Egress } from './egress/index.ts'
import { createDrift, type Drift } from './drift/index.ts'
import { createHolds, holdsResource } from './holds/index.ts'
import { createIcons } from './icons/index.ts'
import type { App } from './application.ts'
import { gatewayLimits } from './gateway-limits.ts'
import { createGateway, type Gateway } from './gateway/index.ts'
import {
  createIds,
  createJobs,
  createVault,
  deriveKey,
  loadVaultKeys,
  openDatabase,
  systemClock,
  type Clock,
  type Log,
} from './kernel/index.ts'
import { createNotices, noticeQueue } from './notices/index.ts'
import { createMonitoring, type Monitoring } from './monitoring/index.ts'
import { createOrganisations } from './organisations/index.ts'
import { createOwnership } from './ownership/index.ts'
import { createProofs, textRecords } from './proofs/index.ts'
import { createProbe, probeQueue, type Probe } from './probe/index.ts'
import { createReliability, type Reliability } from './reliability/index.ts'
import { createSimulations } from './simulation/index.ts'
import { createReview, type Review } from './review/index.ts'
import { createSafety, safetyResource, type Safety } from './safety/index.ts'
import { createSubmissions, type Submissions } from './submissions/index.ts'
import {
  allConnectors,
  gatewayEndpointAt,
  publishing,
  signedInToken,
  stoppedAmong,
  targetWithIcon,
  viewerOfToken,
  readReport,
} from './ports.ts'
import { createUpkeep, type Upkeep } from './upkeep/index.ts'
import { createTestAccounts, type TestAccounts } from './test-accounts/index.ts'
import { createTelemetry } from './telemetry/index.ts'
import type { TokenAccess } from './web/index.ts'

export type { App } from './application.ts'

export interface AppOptions {
  readonly config: Config
  readonly log: Log
  /** A migrated database. */
  readonly connectionString: string
  readonly clock?: Clock
  readonly passwords?: PasswordHashing
}

export async function createApp({
  config,
  log,
  connectionString,
  clock = systemClock,
  passwords,
}: AppOptions): Promise<App> {
  const ids = createIds(clock)
  const database = openDatabase({ connectionString })
  const { db } = database
  const keys = loadVaultKeys(config)
  const vault = createVault(keys, () => loadVaultKeys(config))
  const fetch = createSafeFetch({
    allowLoopback: config.allowLoopback,
    trustedCertificates: trustedCertificates(config),
  })
  const jobs = await createJobs({ connectionString, log, queues: [probeQueue, noticeQueue] })
  const base = { db, clock, ids, log, vault, jobs, fetch, config }
  const organisations = createOrganisations(base)
  const notices = createNotices({ ...base, organisations })
  const kernel = { ...base, notices }

  const clientAddress = createClientAddress(config.trustedProxies)
  const accounts = await createAccounts({
    ...kernel,
    organisations,
    publicUrl: config.publicUrl,
    clientAddress,
    ...(passwords !== undefined && { passwords }),
  })
  const people = createPeople({ db, organisations, accounts })
  const telemetry = createTelemetry(kernel)

  // These know of each other only through ports; each port is used when a request or a job runs, never while building.
  const catalogue: Catalogue = createCatalogue({
    ...kernel,
    reports: { load: async (id) => (await probe.reportById(id))?.report },
    health: (listing) => monitoring.card(listing),
    drift: (listing) => drift.card(listing),
    trouble: async (listing) => (await safety.note(listing)) ?? (await reliability.trouble(listing)),
    async became(trx, fate) {
      await testAccounts.became(trx, fate)
      await connections.tellPeople(trx, fate)
    },
  })
  const icons = createIcons({ ...kernel, catalogue })
  const connectors = allConnectors(catalogue, () => custom)
  const probe: Probe = createProbe({
    ...kernel,
    target: async (check, attempt) =>
      (await targetWithIcon({ db, submissions, icons }, check, attempt)) ??
      (await custom.target(check, attempt)) ??
      (await drafts.target(check, attempt)),
    credential: (submission, address) =>
      signedInToken({ db, submissions, custom, connections, organisations }, submission, address),
    finished: async (trx, outcome) => {
      if (await drafts.recordLook(trx, outcome)) return
      const wanted = await submissions.recordChecked(trx, outcome)
      if (wanted) await review.decideAutomatically(trx, outcome)
    },
  })
  const testAccounts: TestAccounts = createTestAccounts({ ...kernel, catalogue })
  const submissions: Submissions = createSubmissions({
    ...kernel,
    catalogue,
    testAccounts,
    probe,
    organisations,
    publish: (viewer, id, change) => review.publish(viewer, id, change),
    refuseBlocked: (trx, given) => safety.refuseBlocked(trx, given),
    draftsNote: (viewer) => drafts.note(viewer),
    listingNote: (listing) => reliability.publisherNote(listing),
    stoppedAmong: (listings) => stoppedAmong({ catalogue, holds }, listings),
  })
  const proofs = createProofs({ ...kernel, submissions, probe, textRecords })
  const drafts: Drafts = createDrafts({
    ...kernel,
    catalogue,
    probe,
    submissions,
    testAccounts,
    proofs,
    readReport: readReport(proofs),
  })
  const review: Review = createReview({
    ...kernel,
    catalogue: publishing(catalogue, {
      icons,
      refuse: (trx, given) => safety.refuseBlocked(trx, given),
      iconOf: (trx, listing) => submissions.iconOf(trx, listing),
    }),
    submissions,
    testAccounts,
    proofs,
    probe,
    organisations,
    people: accounts,
    usersOf: (trx, listing) => connections.peopleOf(listing, trx),
  })

  const isOurApi = (resource: string): boolean =>
    resource === egress.reachResource ||
    [connectionsAccess, holdsAccess, safetyAccess].some((access) => access.resource === resource)
  const authorization = await createAuthorization({
    ...kernel,
    authUrl: config.authUrl,
    accounts,
    clientAddress,
    fetch: fetch.asFetch,
    endpointAt: async (resource) =>
      isOurApi(resource)
        ? { name: new URL(resource).pathname }
        : await gatewayEndpointAt(resource, { catalogue: connectors, gateway }),
  })
  const accessTo = (resource: string): TokenAccess => ({
    resource,
    viewerOf: (token) => viewerOfToken({ authorization, accounts }, token, resource),
  })
  const connectionsAccess = accessTo(connectionsResource(config))
  const holdsAccess = accessTo(holdsResource(config))
  const safetyAccess = accessTo(safetyResource(config))
  const egress: Egress = createEgress({
    ...kernel,
    verifyAccessToken: async (token, resource) => {
      const holder = await authorization.verifyAccessToken(token, resource)
      return 'refused' in holder ? 'refused' : { person: holder.person }
    },
  })
  const connections: Connections = createConnections({
    ...kernel,
    catalogue: connectors,
    people,
    stopped: (endpoint) => holds.forbidding(endpoint, undefined)?.reason,
  })
  const custom: Custom = createCustom({
    ...kernel,
    catalogue,
    people,
    probe,
    headersFor: (at, serverUrl) => connections.headersFor(at, serverUrl),
    forgetConnections: (trx, connector) => connections.forget(trx, connector),
  })
  const holds = createHolds({ ...kernel, catalogue: connectors })
  await holds.refresh()
  const safety: Safety = createSafety({
    ...kernel,
    catalogue,
    holds,
    organisations,
    people: accounts,
    staff: (role, trx) => accounts.holdersOf(role, trx),
    countTurn: (turn) => accounts.countTurn(turn),
  })
  const ownership = createOwnership({
    ...kernel,
    catalogue,
    submissions,
    people,
    textRecords,
    isStopped: async (listing) => (await stoppedAmong({ catalogue, holds }, [listing])).has(listing),
  })
  const monitoring: Monitoring = createMonitoring({ ...kernel, catalogue })
  const drift: Drift = createDrift({
    ...kernel,
    catalogue,
    holds,
    monitoring,
    reviewers: (trx) => accounts.holdersOf('reviewer', trx),
  })
  const upkeep: Upkeep = createUpkeep({
    ...kernel,
    catalogue,
    monitoring,
    icon: (listing) => icons.namedIcon(listing),
  })
  const simulations = createSimulations({ ...kernel, catalogue, probe })
  const reliability: Reliability = createReliability({ ...kernel, catalogue, monitoring })
  const gateway: Gateway = createGateway({
    ...kernel,
    config: { ...config, authIssuer: new URL(authorization.issuer) },
    catalogue: connectors,
    connections,
    holds,
    telemetry,
    limits: gatewayLimits(config),
    verifyAccessToken: (token, endpoint) => authorization.verifyAccessToken(token, endpoint.href),
    grantsStanding: (grants) => authorization.grantsStanding(grants),
  })

  return {
    ...kernel,
    formKey: deriveKey(keys, 'form-token'),
    accounts,
    authorization,
    catalogue,
    connections,
    custom,
    drafts,
    drift,
    egress,
    gateway,
    holds,
    icons,
    holdsAccess,
    connectionsAccess,
    monitoring,
    notices,
    ownership,
    probe,
    proofs,
    reliability,
    review,
    safety,
    safetyAccess,
    simulations,
    submissions,
    telemetry,
    testAccounts,
    upkeep,
    ready: () => database.ready(),
    async close() {
      await jobs.stop()
      await holds.settled()
      await notices.settled()
      await telemetry.flush()
      await fetch.close()
      await database.close()
    },
  }
}

function trustedCertificates({ trustedCertificatesFile }: Config): readonly string[] {
  return trustedCertificatesFile === undefined ? [] : [readFileSync(trustedCertificatesFile, 'utf8')]
}
