import type { Step } from '@connectory/checker'
import { writeSteps, type CheckId } from './store.ts'
import { withStep } from './steps.ts'
import type { ProbeDependencies, ProgressStep } from './probe.ts'

export interface StepRecorder {
  readonly step: (step: Step) => void
  /** Waits for the write that is under way. */
  settled(): Promise<void>
}

/** Writes steps as they happen: one write at a time, and what happened meanwhile goes into the next one. */
export function recordSteps({ db, clock, log }: ProbeDependencies, check: CheckId): StepRecorder {
  let steps: readonly ProgressStep[] = []
  let written = steps
  let writing: Promise<void> | undefined
  const write = async (): Promise<void> => {
    while (written !== steps) {
      const current = steps
      await writeSteps(db, check, current)
      written = current
    }
  }
  return {
    step(step) {
      steps = withStep(steps, step, clock.now())
      writing ??= write()
        .catch((error: unknown) =>
          log.warn({ err: error, ...check }, 'The steps of a check could not be written.'),
        )
        .finally(() => (writing = undefined))
    },
    settled: async () => await writing,
  }
}
