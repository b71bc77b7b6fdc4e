import { Problem, writeAudit, type Clock, type Database, type Ids, type ListingId } from '../kernel/index.ts'
import type { Reservation } from './catalogue.ts'
import type { Listing } from './model.ts'
import { reversedDomain, serverUrlKey } from './server-url-key.ts'
import { numbered, parseSlug, slugFrom } from './slug.ts'
import { claimant, insertListing, reclaim } from './store.ts'

/** More listings of one name than this are no accident. */
const mostAttempts = 100

/** Takes a slug and the server's address. @see Catalogue.reserve */
export async function reserve(
  trx: Database,
  deps: { readonly clock: Clock; readonly ids: Ids },
  reservation: Reservation,
): Promise<Listing> {
  const key = serverUrlKey(reservation.serverUrl)
  await refuseDuplicate(trx, reservation, key)
  const at = deps.clock.now()
  const { organisation, serverUrl, actor } = reservation
  const earlier = await reclaim(trx, { organisation, serverUrl, serverUrlKey: key, at })
  if (earlier !== undefined) return earlier
  const listing = await insertUnderFreeSlug(trx, deps, reservation, key)
  await writeAudit(trx, deps, {
    organisation,
    actor,
    action: 'catalogue.reserve',
    subject: `listing:${listing.id}`,
    reason: 'a server was submitted',
    detail: { slug: listing.slug },
  })
  return listing
}

async function insertUnderFreeSlug(
  trx: Database,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
  reservation: Reservation,
  key: string,
): Promise<Listing> {
  const { organisation, serverUrl, name } = reservation
  const wish = wished(reservation.slug)
  const base = wish ?? slugFrom(name, serverUrl)
  for (let attempt = 1; attempt <= (wish === undefined ? mostAttempts : 1); attempt += 1) {
    const slug = numbered(base, attempt)
    const listing = await insertListing(trx, {
      id: ids.next<ListingId>(),
      organisation,
      slug,
      registryName: `${reversedDomain(serverUrl)}/${slug}`,
      serverUrl,
      serverUrlKey: key,
      at: clock.now(),
    })
    if (listing !== undefined) return listing
    await refuseDuplicate(trx, reservation, key)
  }
  throw new Problem('already-exists', `The short name "${base}" is taken. Choose another one.`, {
    fields: { slug: `"${base}" is taken. Choose another one.` },
  })
}

function wished(slug: string | undefined): string | undefined {
  if (slug === undefined) return undefined
  const parsed = parseSlug(slug)
  if (parsed !== undefined) return parsed
  const sentence =
    'A short name has 2 to 48 lower-case letters, digits and single dashes, and is not one of ours.'
  throw new Problem('invalid-input', sentence, { fields: { slug: sentence } })
}

async function refuseDuplicate(
  trx: Database,
  { organisation, serverUrl }: Reservation,
  key: string,
): Promise<void> {
  const holder = await claimant(trx, key)
  if (holder === undefined) return
  const sentence = duplicateSentence(holder, organisation, new URL(serverUrl).host)
  throw new Problem('already-exists', sentence, { fields: { serverUrl: sentence } })
}

function duplicateSentence(holder: Listing, organisation: string, host: string): string {
  if (holder.state !== 'unlisted') {
    return `This server (${host}) is already listed as "${holder.slug}". Its publisher can submit a new revision.`
  }
  if (holder.organisation === organisation) {
    return `You have already submitted this server (${host}). Continue with that submission, or withdraw it first.`
  }
  return `Somebody else has submitted this server (${host}) and it is being reviewed. Ask the reviewers if it is yours.`
}
