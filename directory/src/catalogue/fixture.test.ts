import {
  createIds,
  inTransaction,
  manualClock,
  type Clock,
  type Database,
  type Ids,
  type ListingId,
  type OrganisationId,
  type PersonId,
  type ReportId,
} from '../kernel/index.ts'
import type { Reservation } from './catalogue.ts'
import type { ListingVersion, ReportSummary, RevisionFacts, Tool } from './model.ts'
import { publish } from './publish.ts'
import { reserve } from './reserve.ts'

/** What the tests of this folder share; it has no tests of its own. */
export interface Workbench {
  readonly clock: ReturnType<typeof manualClock>
  readonly ids: Ids
  readonly organisation: OrganisationId
}

export function workbench(): Workbench {
  const clock = manualClock(new Date('2026-11-21T10:00:00Z'))
  const ids = createIds(clock)
  return { clock, ids, organisation: ids.next<OrganisationId>() }
}

export const actor = { kind: 'person', id: '01990000-0000-7000-8000-000000000001' as PersonId } as const

export function tool(name: string, more: Partial<Tool> = {}): Tool {
  return {
    name,
    title: null,
    description: `Does what ${name} says.`,
    annotations: { readOnlyHint: true },
    inputSchema: { type: 'object', properties: {} },
    ...more,
  }
}

export function facts(more: Partial<RevisionFacts> = {}): RevisionFacts {
  return {
    name: 'Mail',
    tagline: 'Reads and sends mail',
    descriptionMarkdown: 'Works with **every** mailbox.',
    categories: ['communication'],
    documentationUrl: 'https://docs.example.com/mail',
    supportContact: 'help@example.com',
    privacyUrl: 'https://example.com/privacy',
    termsUrl: null,
    securityContact: 'security@example.com',
    publisherName: 'Example Ltd',
    publisherUrl: 'https://example.com',
    serverUrl: 'https://mcp.example.com/mcp',
    authType: 'oauth',
    staticClient: false,
    addressFilter: false,
    ...more,
  }
}

export function summary(ids: Ids, clock: Clock): ReportSummary {
  return {
    id: ids.next<ReportId>(),
    verdict: 'ready',
    policy: 'faq-2026-02-10',
    checkedAt: clock.now(),
    loopback: false,
    counts: { pass: 20, fail: 0, needsHuman: 1, notApplicable: 4, notEvaluated: 2 },
  }
}

let servers = 0

/** Reserves and publishes in one go; every listing gets a server of its own unless the facts name one. */
export async function list(
  db: Database,
  bench: Workbench,
  more: Partial<RevisionFacts> & { readonly tools?: readonly Tool[]; readonly slug?: string } = {},
): Promise<{ readonly listing: ListingId; readonly slug: string; readonly version: ListingVersion }> {
  const { tools = [tool('read_mail')], slug, ...rest } = more
  const revision = facts({ serverUrl: `https://mcp${(servers += 1)}.example.com/mcp`, ...rest })
  const reservation: Reservation = {
    organisation: bench.organisation,
    name: revision.name,
    serverUrl: revision.serverUrl,
    actor,
    ...(slug === undefined ? {} : { slug }),
  }
  return await inTransaction(db, async (trx) => {
    const listing = await reserve(trx, bench, reservation)
    const report = summary(bench.ids, bench.clock)
    const version = await publish(trx, bench, {
      listing: listing.id,
      revision,
      tools,
      report,
      actor,
      reason: 'test',
    })
    return { listing: listing.id, slug: listing.slug, version }
  })
}
