/** Runs work when it is its turn; who comes first goes first. */
export type TakeTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

/** @param most how many may be under way at once. */
export function createTurns(most: number): TakeTurn {
  const waiting: (() => void)[] = []
  let underWay = 0
  return async (work) => {
    if (underWay >= most) await new Promise<void>((go) => waiting.push(go))
    else underWay += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      // The turn is handed on, so that nobody who comes now gets in between.
      if (next === undefined) underWay -= 1
      else next()
    }
  }
}

/** As createTurns, for each key by itself; a key without work is forgotten. */
export function createTurnsByKey(most: number): (key: string) => TakeTurn {
  const turns = new Map<string, { readonly take: TakeTurn; users: number }>()
  return (key) => async (work) => {
    const entry = turns.get(key) ?? { take: createTurns(most), users: 0 }
    turns.set(key, entry)
    entry.users += 1
    try {
      return await entry.take(work)
    } finally {
      entry.users -= 1
      if (entry.users === 0) turns.delete(key)
    }
  }
}
