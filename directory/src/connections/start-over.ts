import type { ConnectionsDependencies } from './connections.ts'
import { findUnanswered } from './attempt-store.ts'
import type { ConnectionKey } from './model.ts'
import { retireOldRegistration } from './registration-store.ts'
import type { Recorder } from './trace.ts'

/** A client that was registered just now is not one that its server has forgotten. */
const registeredLongAgoMs = 10 * 60_000

type Deps = Pick<ConnectionsDependencies, 'db' | 'clock'>

/**
 * Where the person went to sign in and did not come back from, as far as it can be the fault of a registration that the
 * server has forgotten: its page then shows an error and sends nobody back, so only the person can tell us.
 */
export async function unansweredSignIn(deps: Deps, key: ConnectionKey): Promise<string | undefined> {
  const left = await findUnanswered(deps.db, key)
  return left?.kind === 'dcr' ? new URL(left.issuer).host : undefined
}

/** Drops the registration of such a sign-in, once in ten minutes at most; the next sign-in makes another. */
export async function dropRegistration(deps: Deps, key: ConnectionKey, trace: Recorder): Promise<void> {
  const left = await findUnanswered(deps.db, key)
  if (left === undefined) return
  const now = deps.clock.now()
  const before = new Date(now.getTime() - registeredLongAgoMs)
  if (await retireOldRegistration(deps.db, left.registration, { before, at: now }))
    trace.add('client-dropped')
}
