import { checkUrl, isWireError } from '@connectory/wire'
import { inTransaction, Problem, writeAudit, type ListingId, type Viewer } from '../kernel/index.ts'
import type { IconsDependencies } from './icons.ts'
import { look } from './look.ts'
import type { Icon } from './model.ts'
import { iconOf, takeTurn } from './store.ts'

const pauseMs = 60_000
const longestUrl = 500

/** The icon of a listing of the viewer's organisation; of others there is none to see here. */
export async function mine(
  { db, catalogue }: IconsDependencies,
  viewer: Viewer,
  slug: string,
): Promise<Icon> {
  const listing = await catalogue.bySlug(slug)
  const icon =
    listing?.state === 'published' && listing.organisation === viewer.organisation
      ? await iconOf(db, listing.id)
      : undefined
  if (icon === undefined) throw new Problem('not-found', 'You have no such listing.')
  return icon
}

export async function refresh(
  deps: IconsDependencies,
  viewer: Viewer,
  slug: string,
  address: string,
): Promise<Icon> {
  const before = await mine(deps, viewer, slug)
  const customUrl = address.trim() === '' ? null : parseAddress(address.trim(), deps.fetch.allowLoopback)
  await takeTurnOf(deps, viewer, { before, customUrl })
  return (await look(deps, before.listing)) ?? before
}

async function takeTurnOf(
  deps: IconsDependencies,
  viewer: Viewer,
  { before, customUrl }: { readonly before: Icon; readonly customUrl: string | null },
): Promise<void> {
  const { db, clock } = deps
  const at = clock.now()
  const listing: ListingId = before.listing
  await inTransaction(db, async (trx) => {
    const since = new Date(at.getTime() - pauseMs)
    if (!(await takeTurn(trx, { listing, since, at, customUrl }))) {
      throw new Problem(
        'too-many',
        'We looked for this icon within the last minute. Wait a minute and try again.',
      )
    }
    if (customUrl === before.customUrl) return
    await writeAudit(trx, deps, {
      // Whose listing it is now; the row may be older than a handing over.
      organisation: viewer.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'icons.set-address',
      subject: `listing:${listing}`,
      reason: 'changed by the publisher',
      detail: { from: before.customUrl ?? '', to: customUrl ?? '' },
    })
  })
}

function parseAddress(text: string, allowLoopback: boolean): string {
  try {
    if (text.length > longestUrl) throw refused(`An address may have ${longestUrl} characters.`)
    const url = checkUrl(text, allowLoopback)
    url.hash = ''
    return url.href
  } catch (error) {
    if (!isWireError(error)) throw error
    throw refused(error.message)
  }
}

function refused(sentence: string): Problem {
  return new Problem('invalid-input', sentence, { fields: { iconUrl: sentence } })
}
