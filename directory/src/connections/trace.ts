import type { SafeFetch } from '@connectory/wire'
import type { TextParameters } from '../kernel/index.ts'
import type { ConnectionsDependencies } from './connections.ts'
import type { ConnectionKey, Reference, Step, StepName } from './model.ts'
import { appendSteps, insertTrace, newReference } from './trace-store.ts'
import { watchFetch } from './watched-fetch.ts'

/** A server that sends us in circles fills no table. */
const mostExchanges = 60

type Deps = Pick<ConnectionsDependencies, 'db' | 'clock'>

/** What happens in one sign-in, for the person and for whoever helps them. Written by `save`, at the end of each verb. */
export interface Recorder {
  readonly reference: Reference
  /** Parameters are addresses, counts and words of ours; never a token, code, state or verifier. */
  add(name: StepName, parameters?: TextParameters): void
  /** The same door; each exchange through it becomes a step. */
  watch(fetch: SafeFetch): SafeFetch
  save(): Promise<void>
}

export async function startTrace(deps: Deps, key: ConnectionKey): Promise<Recorder> {
  const reference = newReference()
  await insertTrace(deps.db, reference, key, deps.clock.now())
  return resumeTrace(deps, reference)
}

/** A trace of which nothing is written unless it is saved. */
export function draftTrace(deps: Deps, key: ConnectionKey): Recorder {
  const recorder = resumeTrace(deps, newReference())
  const { reference } = recorder
  return {
    ...recorder,
    async save() {
      await insertTrace(deps.db, reference, key, deps.clock.now())
      await recorder.save()
    },
  }
}

export function resumeTrace({ db, clock }: Deps, reference: Reference): Recorder {
  let steps: Step[] = []
  let exchanges = 0
  const recorder: Recorder = {
    reference,
    add: (name, parameters = {}) => void steps.push({ name, at: clock.now().toISOString(), parameters }),
    watch: (fetch) =>
      watchFetch(fetch, (exchange) => {
        exchanges += 1
        if (exchanges <= mostExchanges) recorder.add('exchange', exchange)
      }),
    async save() {
      const unsaved = steps
      steps = []
      if (unsaved.length > 0) await appendSteps(db, reference, unsaved)
    },
  }
  return recorder
}
