import type { Listing } from '../catalogue/index.ts'
import type { News } from '../notices/index.ts'
import { safetyPath } from './paths.ts'
import { isInternal, type EventName } from './restriction.ts'

interface Subject {
  readonly listing: Pick<Listing, 'id' | 'organisation' | 'slug'>
  /** Of the listing, as its page says it. */
  readonly title: string
  readonly name: EventName
  /** The number of the event. */
  readonly seq: number
  readonly reason: string
}

/** What the publisher is told; undefined for what changes nothing for them, or is their own word. */
export function restrictionNews({ listing, title, name, seq, reason }: Subject): News | undefined {
  if (name === 'objected' || isInternal(name)) return undefined
  return {
    kind: `safety.${name}`,
    to: { organisation: listing.organisation },
    about: `listing:${listing.id}`,
    occasion: String(seq),
    what: { key: `safety.what.${name}`, parameters: { connector: title } },
    why: { key: 'safety.why' },
    whatToDo: { key: `safety.do.${name}` },
    quote: reason,
    link: safetyPath(listing.slug),
  }
}
