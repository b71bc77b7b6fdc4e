import { Problem, writeAudit, type Database, type Id } from '../kernel/index.ts'
import type { Publication } from './catalogue.ts'
import { countHints, titleOf } from './hints.ts'
import type { ListingVersion } from './model.ts'
import { qualityOf } from './quality.ts'
import { serverUrlKey } from './server-url-key.ts'
import { showVersion } from './store-state.ts'
import { claimant, insertVersion, lockListing, rememberWords } from './store.ts'
import { surfacesOf } from './surfaces.ts'
import { toolDigest } from './tool-digest.ts'
import { sayFate, type Changing } from './fate.ts'
import { indexText, squash, wordsOfName } from './words.ts'

/** So much of the tools' descriptions is searched; a publisher with more than that is found by the rest. */
const mostDescriptionCharacters = 60_000
const longestWord = 64

/** Makes the next version of a listing and shows it. Writes the audit row in the same transaction. */
export async function publish(
  trx: Database,
  deps: Changing,
  publication: Publication,
): Promise<ListingVersion> {
  const { revision, tools, report } = publication
  const listing = await lockListing(trx, publication.listing)
  if (listing === undefined) throw new Problem('not-found', 'There is no such listing.')
  const key = serverUrlKey(revision.serverUrl)
  const holder = await claimant(trx, key)
  if (holder !== undefined && holder.id !== listing.id) {
    throw new Problem('already-exists', `The server's address is held by the listing "${holder.slug}".`)
  }
  if (listing.state === 'removed' && holder === undefined) {
    throw new Problem(
      'conflict',
      `The listing "${listing.slug}" was removed. Its publisher can submit it anew.`,
    )
  }
  const version: ListingVersion = {
    ...revision,
    listing: listing.id,
    version: listing.version + 1,
    tools,
    toolDigest: toolDigest(tools),
    report,
    surfaces: surfacesOf({ local: false, ...revision }),
    publishedAt: deps.clock.now(),
  }
  await insertVersion(trx, { id: deps.ids.next<Id<'listing-version'>>(), version, hints: countHints(tools) })
  await showVersion(trx, { listing, version, serverUrlKey: key, ...searchable(version) })
  await rememberWords(trx, wordsToRemember(version))
  await writeAudit(trx, deps, {
    organisation: listing.organisation,
    actor: publication.actor,
    action: 'catalogue.publish',
    subject: `listing:${listing.id}`,
    reason: publication.reason,
    detail: {
      slug: listing.slug,
      version: version.version,
      report: report.id,
      toolDigest: version.toolDigest,
    },
  })
  const after = { unrestricted: 'published', restriction: listing.restriction } as const
  await sayFate(trx, deps, { before: listing, after, because: 'publisher' })
  return version
}

function searchable(version: ListingVersion) {
  const { name, tagline, descriptionMarkdown, publisherName, tools, report } = version
  const descriptions = tools
    .map((tool) => tool.description ?? '')
    .join(' ')
    .slice(0, mostDescriptionCharacters)
  return {
    quality: qualityOf({ revision: version, tools, report }),
    exactNames: [...new Set([name, ...tools.map((tool) => tool.name)].map(squash))].filter(
      (word) => word !== '',
    ),
    texts: {
      a: indexText([name, ...tools.map((tool) => tool.name)]),
      b: indexText([tagline, publisherName, ...tools.map((tool) => titleOf(tool) ?? '')]),
      c: indexText([descriptionMarkdown, ...version.categories]),
      d: indexText([descriptions]),
    },
  }
}

function wordsToRemember({ name, tools }: ListingVersion) {
  const names = [name, ...tools.map((tool) => tool.name)]
  const whole = new Set(names.map(squash).filter(fits))
  const words = new Set(names.flatMap(wordsOfName).filter(fits))
  return [
    ...[...whole].map((word) => ({ word, kind: 'name' }) as const),
    ...[...words].map((word) => ({ word, kind: 'word' }) as const),
  ]
}

function fits(word: string): boolean {
  return word.length >= 2 && word.length <= longestWord
}
