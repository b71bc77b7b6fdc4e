import type { Step } from '@connectory/checker'
import { z } from 'zod'
import type { ProgressStep } from './probe.ts'

const stepsSchema = z.array(
  z.object({
    id: z.string(),
    state: z.enum(['running', 'done', 'failed']),
    summary: z.string(),
    at: z.coerce.date(),
  }),
)

export function parseSteps(stored: unknown): readonly ProgressStep[] {
  return stored === undefined ? [] : stepsSchema.parse(stored)
}

/** The steps after one of them said something new; each stands where it was first heard of. */
export function withStep(steps: readonly ProgressStep[], step: Step, at: Date): readonly ProgressStep[] {
  const place = steps.findIndex(({ id }) => id === step.id)
  const heard = { id: step.id, state: step.state, summary: step.summary, at }
  return place === -1 ? [...steps, heard] : steps.with(place, heard)
}
