import {
  createIds,
  createJobs,
  createLog,
  createVault,
  inTransaction,
  manualClock,
  openDatabase,
  type Ids,
  type Jobs,
  type ListingId,
  type Log,
  type ManualClock,
  type OpenDatabase,
  type OrganisationId,
  type PersonId,
  type ReportId,
  type Viewer,
} from '../../directory/src/kernel/index.ts'
import { createCatalogue, type Catalogue } from '../../directory/src/catalogue/index.ts'
import { createDrift, type Drift } from '../../directory/src/drift/index.ts'
import { createHolds, type Holds } from '../../directory/src/holds/index.ts'
import { createMonitoring, type Monitoring } from '../../directory/src/monitoring/index.ts'
import { createNotices, noticeQueue, type Notices } from '../../directory/src/notices/index.ts'
import { createOrganisations } from '../../directory/src/organisations/index.ts'
import {
  createReliability,
  type Reliability,
  type ReliabilityDependencies,
} from '../../directory/src/reliability/index.ts'
import { bytesFrom, chanceFrom } from './chance.ts'
import type { Planned } from './plan.ts'
import { approvedTools } from './tools.ts'
import { controls, createPopulation, type Cut, type Population } from './population.ts'

export interface WorldOptions {
  /** A migrated database of its own. */
  readonly connectionString: string
  readonly servers: readonly Planned[]
  readonly start: Date
  readonly seed: number
  readonly cadence: 'adaptive' | 'exact'
  readonly policy?: ReliabilityDependencies['policy']
  readonly cut?: Cut
}

export interface Listed {
  readonly server: Planned
  readonly listing: ListingId
  readonly organisation: OrganisationId
}

/** The product's modules joined as app.ts joins them, on a clock that is moved and a network that is scripted. */
export interface World extends AsyncDisposable {
  readonly clock: ManualClock
  readonly opened: OpenDatabase
  readonly population: Population
  readonly monitoring: Monitoring
  readonly reliability: Reliability
  readonly holds: Holds
  readonly drift: Drift
  readonly notices: Notices
  readonly operator: Viewer
  readonly listed: readonly Listed[]
}

export async function createWorld(options: WorldOptions): Promise<World> {
  const { connectionString, servers, start, seed } = options
  const opened = openDatabase({ connectionString, poolSize: 4 })
  const clock = manualClock(start)
  const ids = createIds(clock, bytesFrom(chanceFrom(seed + 1)))
  const log = createLog('silent')
  const jobs = await createJobs({ connectionString, log, queues: [noticeQueue] })
  const population = createPopulation(servers, clock, options.cut)
  const operator = operatorOf(ids)
  const base = { db: opened.db, clock, ids, log, jobs, fetch: population.fetch }
  const { catalogue, ...modules } = join(base, operator, options)
  const listed: Listed[] = []
  for (const server of servers) listed.push(await list(opened, { ids, catalogue, start }, server))
  return {
    clock,
    opened,
    population,
    ...modules,
    operator,
    listed,
    async [Symbol.asyncDispose]() {
      await jobs.stop()
      await modules.notices.settled()
      await population.fetch.close()
      await opened.close()
    },
  }
}

interface Base {
  readonly db: OpenDatabase['db']
  readonly clock: ManualClock
  readonly ids: Ids
  readonly log: Log
  readonly jobs: Jobs
  readonly fetch: Population['fetch']
}

/** As app.ts does. */
function join(kernel: Base, operator: Viewer, { cadence, policy }: WorldOptions) {
  const { clock, ids } = kernel
  const publicUrl = new URL('https://connectory.example')
  const config = {
    publicUrl,
    gatewayUrl: publicUrl,
    instanceName: 'Connectory',
    monitorControls: controls,
    monitorCadence: cadence,
  }
  const vault = createVault([{ id: 'k1', bytes: new Uint8Array(32).fill(1) }])
  const base = { ...kernel, vault, organisations: createOrganisations({ clock, ids }), config }
  const catalogue = createCatalogue({ ...base, reports: { load: async () => undefined } })
  const notices = createNotices(base)
  const monitoring = createMonitoring({ ...base, catalogue })
  const given = policy === undefined ? {} : { policy }
  const reliability = createReliability({ ...base, catalogue, monitoring, notices, ...given })
  const holds = createHolds({ ...base, catalogue, notices })
  const reviewers = async () => [operator]
  const drift = createDrift({ ...base, catalogue, holds, monitoring, notices, reviewers })
  return { catalogue, notices, monitoring, reliability, holds, drift }
}

function operatorOf(ids: Ids): Viewer {
  const person = ids.next<PersonId>()
  const organisation = ids.next<OrganisationId>()
  return { person, organisation, name: 'Otto', email: 'otto@people.example', roles: new Set(['operator']) }
}

interface Shop {
  readonly ids: Ids
  readonly catalogue: Catalogue
  readonly start: Date
}

/** Published as an approval publishes, each by a publisher of its own. */
async function list({ db }: OpenDatabase, { ids, catalogue, start }: Shop, server: Planned): Promise<Listed> {
  const organisation = ids.next<OrganisationId>()
  const actor = { kind: 'system', name: 'simulation' } as const
  const name = new URL(server.url).hostname.split('.')[0] ?? ''
  const listing = await inTransaction(db, async (trx) => {
    const { id } = await catalogue.reserve(trx, { organisation, name, serverUrl: server.url, actor })
    await catalogue.publish(trx, {
      listing: id,
      revision: {
        name,
        tagline: 'Simulated',
        descriptionMarkdown: 'Does what its script says.',
        categories: ['data'],
        documentationUrl: null,
        supportContact: 'help@example.com',
        privacyUrl: 'https://example.com/privacy',
        termsUrl: null,
        securityContact: null,
        publisherName: 'Example Ltd',
        publisherUrl: null,
        serverUrl: server.url,
        authType: server.gated ? 'oauth' : 'none',
        staticClient: false,
        addressFilter: false,
      },
      tools: approvedTools,
      report: {
        id: ids.next<ReportId>(),
        verdict: 'ready',
        policy: 'faq-2026-02-10',
        checkedAt: start,
        loopback: false,
        counts: { pass: 1, fail: 0, needsHuman: 0, notApplicable: 0, notEvaluated: 0 },
      },
      actor,
      reason: 'simulated',
    })
    return id
  })
  return { server, listing, organisation }
}
