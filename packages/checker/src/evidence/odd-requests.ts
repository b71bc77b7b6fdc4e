import { askBareMethods } from './bare-methods.ts'
import type { Evidence } from './evidence.ts'
import type { Ground } from './ground.ts'

/** The parts of the step "Trying odd requests". */
export type OddParts = Pick<Evidence['parts'], 'bareMethods'>

/**
 * Asks what no healthy client asks, and reads how the server bears it. Each group asks one thing after the other;
 * two groups at a time.
 */
export async function tryOddRequests(ground: Ground): Promise<OddParts> {
  const [bareMethods] = await twoAtATime([() => askBareMethods(ground)])
  return { bareMethods }
}

type Results<Groups extends readonly (() => Promise<unknown>)[]> = {
  -readonly [Index in keyof Groups]: Awaited<ReturnType<Groups[Index]>>
}

/** Runs the groups in their order, never more than two at once. */
async function twoAtATime<const Groups extends readonly (() => Promise<unknown>)[]>(
  groups: Groups,
): Promise<Results<Groups>> {
  const results: unknown[] = []
  const waiting = groups.entries()
  const work = async (): Promise<void> => {
    for (const [index, group] of waiting) results[index] = await group()
  }
  await Promise.all([work(), work()])
  // Each result stands at the place of its group.
  return results as Results<Groups>
}
