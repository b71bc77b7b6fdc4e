import type { ConnectionsDependencies } from './connections.ts'
import type { ConnectionKey, FailedCall, Reference } from './model.ts'
import { createRecentReferences } from './recent-references.ts'
import { draftTrace } from './trace.ts'

type Deps = Pick<ConnectionsDependencies, 'db' | 'clock' | 'log'>

/** Makes `noteFailure`: a trace of one line, which its person and the operators find by the reference. */
export function createFailureNotes(
  deps: Deps,
): (key: ConnectionKey, failed: FailedCall) => Promise<Reference | undefined> {
  const recent = createRecentReferences(deps.clock)
  return async (key, { kind, detail }) => {
    const subject = [key.person, key.organisation, key.listing, kind].join(' ')
    const known = recent.get(subject)
    if (known !== undefined) return known
    const trace = draftTrace(deps, key)
    trace.add('failed', { code: 'call-failed', detail })
    try {
      await trace.save()
    } catch (error) {
      // The answer is worth more than what is written about it.
      deps.log.error({ err: error }, 'Why a call failed could not be written down.')
      return undefined
    }
    recent.set(subject, trace.reference)
    return trace.reference
  }
}
