import type { Endpoint } from '../catalogue/index.ts'
import type { Database } from '../kernel/index.ts'
import type { Kept } from './model.ts'
import type { UpkeepDependencies } from './upkeep.ts'

/** The publisher learns once that something they point to has failed twice. */
export async function tell(
  { notices }: Pick<UpkeepDependencies, 'notices'>,
  trx: Database,
  { listing, organisation, slug }: Endpoint,
  { subject, outcome, failedSince, expiresAt, url }: Kept,
): Promise<void> {
  if (outcome === null) return
  await notices.tell(trx, {
    kind: 'upkeep.failing',
    to: { organisation },
    about: `listing:${listing}`,
    occasion: `${subject} since ${failedSince?.toISOString() ?? ''}`,
    what: { key: `upkeep.news.${subject}`, parameters: { connector: slug } },
    why: { key: `upkeep.outcome.${outcome}` },
    whatToDo: { key: subject === 'certificate' ? 'upkeep.do.certificate' : 'upkeep.do.page' },
    quote: url,
    ...(expiresAt !== null && { by: expiresAt }),
    link: upkeepPath(slug),
  })
}

export function upkeepPath(slug: string): string {
  return `/connectors/${slug}/upkeep`
}
