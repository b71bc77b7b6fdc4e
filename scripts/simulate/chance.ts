/** A row of numbers from 0 up to 1 that is the same for the same seed. */
export type Chance = () => number

/** mulberry32: 32 bits of state are plenty for a plan. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function between(chance: Chance, from: number, to: number): number {
  return from + chance() * (to - from)
}

export function bytesFrom(chance: Chance): (size: number) => Uint8Array {
  return (size) => Uint8Array.from({ length: size }, () => Math.floor(chance() * 256))
}
