/** What several rounds of one measurement gave, all in the same unit. */
export interface Figure {
  readonly median: number
  readonly min: number
  readonly max: number
  readonly rounds: number
}

/** Runs `once` some times for warmth and then `rounds` times for the figure. */
export async function measure(
  rounds: number,
  warmUp: number,
  once: () => Promise<number> | number,
): Promise<Figure> {
  for (let n = 0; n < warmUp; n++) await once()
  const values: number[] = []
  for (let n = 0; n < rounds; n++) values.push(await once())
  return figure(values)
}

export function figure(values: readonly number[]): Figure {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? upper) : upper
  return {
    median: (lower + upper) / 2,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
    rounds: sorted.length,
  }
}
