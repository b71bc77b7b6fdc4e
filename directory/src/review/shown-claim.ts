import type { PersonId, Viewer } from '../kernel/index.ts'
import type { Claim } from '../submissions/index.ts'
import type { ReviewDependencies, ShownClaim } from './review.ts'

/** Who holds each of these cases now, by name; a claim whose time is over is none. */
export async function shownClaims(
  { clock, people }: Pick<ReviewDependencies, 'clock' | 'people'>,
  viewer: Pick<Viewer, 'person'>,
  claims: readonly (Claim | null)[],
): Promise<readonly (ShownClaim | null)[]> {
  const now = clock.now()
  const live = claims.map((claim) => (claim !== null && claim.until > now ? claim : null))
  const persons = [...new Set(live.flatMap((claim) => (claim === null ? [] : [claim.person])))]
  const names = new Map<PersonId, string | null>()
  for (const person of persons) names.set(person, (await people.personById(person))?.name ?? null)
  return live.map((claim) =>
    claim === null
      ? null
      : {
          name: names.get(claim.person) ?? null,
          mine: claim.person === viewer.person,
          until: claim.until,
        },
  )
}
