import type { AddressInfo } from 'node:net'
import { createServer, type RequestListener } from 'node:http'
import { createSafeFetch } from '@connectory/wire'
import { createCatalogue, type Catalogue } from '../src/catalogue/index.ts'
import { createDrafts, type Drafts } from '../src/drafts/index.ts'
import {
  createIds,
  createJobs,
  createLog,
  createVault,
  openDatabase,
  systemClock,
  type Clock,
  type Database,
  type Ids,
  type InstanceRole,
  type Jobs,
  type OrganisationId,
  type PersonId,
  type Viewer,
} from '../src/kernel/index.ts'
import { createNotices, noticeQueue, type Notices } from '../src/notices/index.ts'
import { createOrganisations } from '../src/organisations/index.ts'
import { createProofs, type Proofs } from '../src/proofs/index.ts'
import {
  createProbe,
  probeQueue,
  type Credential,
  type Probe,
  type ProbeDependencies,
} from '../src/probe/index.ts'
import { createTestAccounts, type TestAccounts } from '../src/test-accounts/index.ts'
import { createSubmissions, parseFacts, type Facts, type Submissions } from '../src/submissions/index.ts'

/** The modules from a submission to its report, joined as app.ts joins them, on a real database. */
export interface SubmissionBed extends AsyncDisposable {
  readonly db: Database
  readonly poolSize: number
  readonly jobs: Jobs
  readonly ids: Ids
  readonly clock: Clock
  readonly catalogue: Catalogue
  readonly notices: Notices
  readonly probe: Probe
  readonly submissions: Submissions
  readonly testAccounts: TestAccounts
  readonly proofs: Proofs
  readonly drafts: Drafts
  /** Everybody has the same name. */
  readonly config: { readonly secondApproval: 'high-risk' }
  readonly usersOf: () => Promise<number>
  readonly people: { personById(): Promise<{ readonly name: string }> }
}

export interface BedOptions {
  readonly connectionString: string
  readonly allowLoopback?: boolean
  readonly clock?: Clock
  /** What a check signs in with. */
  readonly credential?: Credential
  /** What follows from a report besides the event `checked`. */
  readonly decide?: (
    bed: SubmissionBed,
    ...args: Parameters<ProbeDependencies['finished']>
  ) => Promise<unknown>
}

export async function submissionBed({
  connectionString,
  allowLoopback = true,
  clock = systemClock,
  credential,
  decide,
}: BedOptions): Promise<SubmissionBed> {
  const poolSize = 8
  const opened = openDatabase({ connectionString, poolSize })
  const { db } = opened
  const ids = createIds(clock)
  const log = createLog('silent')
  const jobs = await createJobs({ connectionString, log, queues: [probeQueue, noticeQueue] })
  const fetch = createSafeFetch({ allowLoopback })
  const publicUrl = new URL('http://127.0.0.1:8080')
  const config = { publicUrl, gatewayUrl: publicUrl, instanceName: 'Connectory', allowLoopback }
  const reports = {
    load: async (id: Parameters<Probe['reportById']>[0]) => (await probe.reportById(id))?.report,
  }
  const probe: Probe = createProbe({
    db,
    clock,
    ids,
    jobs,
    log,
    fetch,
    config,
    target: async (id, attempt) =>
      (await submissions.target(id, attempt)) ?? (await drafts.target(id, attempt)),
    credential: () => Promise.resolve(credential),
    async finished(trx, outcome) {
      if (await drafts.recordLook(trx, outcome)) return
      if (await submissions.recordChecked(trx, outcome)) await decide?.(bed, trx, outcome)
    },
  })
  const catalogue = createCatalogue({
    db,
    clock,
    ids,
    config,
    reports,
    became: (trx, fate) => testAccounts.became(trx, fate),
  })
  const organisations = createOrganisations({ clock, ids })
  const vault = createVault([{ id: 'k1', bytes: new Uint8Array(32).fill(1) }])
  const notices = createNotices({
    db,
    clock,
    ids,
    jobs,
    log,
    fetch,
    vault,
    organisations,
    config,
  })
  const testAccounts = createTestAccounts({
    db,
    clock,
    ids,
    log,
    vault,
    fetch,
    notices,
    catalogue,
    config: { testAccountDays: 90 },
  })
  const submissions = createSubmissions({
    db,
    clock,
    ids,
    log,
    catalogue,
    notices,
    probe,
    testAccounts,
    organisations,
    config,
  })
  const textRecords = async () => []
  const proofs = createProofs({ db, clock, ids, submissions, probe, config, fetch, textRecords })
  const drafts: Drafts = createDrafts({
    db,
    clock,
    ids,
    catalogue,
    probe,
    submissions,
    testAccounts,
    proofs,
    notices,
    config,
    readReport: async () => ({ refused: 'proofs.fault.not-signed', params: {} }),
  })
  const bed: SubmissionBed = {
    db,
    poolSize,
    jobs,
    ids,
    clock,
    catalogue,
    notices,
    probe,
    submissions,
    testAccounts,
    proofs,
    drafts,
    config: { secondApproval: 'high-risk' },
    usersOf: async () => 0,
    people: { personById: async () => ({ name: 'Rita Reviewer' }) },
    async [Symbol.asyncDispose]() {
      await jobs.stop()
      await fetch.close()
      await opened.close()
    },
  }
  return bed
}

export function somebody(ids: Ids, ...roles: InstanceRole[]): Viewer {
  return {
    person: ids.next<PersonId>(),
    organisation: ids.next<OrganisationId>(),
    name: 'Ada Example',
    email: 'ada@example.com',
    roles: new Set(roles),
  }
}

/** A form as a publisher fills it in. */
export const filledForm = {
  serverUrl: 'https://mcp.example.com/mcp',
  auth: 'none',
  name: 'Example',
  tagline: 'Finds examples',
  description: 'Finds **examples** of anything.',
  categories: ['data'],
  publisherName: 'Example Ltd',
  privacyUrl: 'https://publisher.example/privacy',
  support: 'help@publisher.example',
  acceptTerms: 'yes',
} as const

export function factsOf(change: Readonly<Record<string, string>> = {}): Facts {
  const parsed = parseFacts({ ...filledForm, ...change }, { allowLoopback: true })
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return parsed.facts
}

/** An HTTP server on loopback; closed at the end. */
export async function listening(
  handler: RequestListener,
): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer(handler)
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    async [Symbol.asyncDispose]() {
      const closed = Promise.withResolvers<void>()
      server.close(() => closed.resolve())
      server.closeAllConnections()
      await closed.promise
    },
  }
}
