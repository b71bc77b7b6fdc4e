import { mayBeOurs, type LookState } from './model.ts'

interface Flight {
  /** Of those that were begun, from 1. */
  readonly number: number
  /** How many had gone well when it began. */
  readonly wellBefore: number
  readonly landing: Promise<void>
}

interface Landed<Seen> {
  readonly seen: Seen
  readonly states: readonly LookState[]
  /** All of it failed, as it would if our own network were out. */
  readonly failed: boolean
  readonly wellBefore: number
  /** How many had been begun when it landed. */
  readonly begunBefore: number
}

/** What is to be written down, and the states by which to judge whether our own network was out. */
export interface Judgeable<Seen> {
  readonly seen: readonly Seen[]
  readonly states: readonly LookState[]
}

/**
 * Looks that were begun and are not noted yet. Slow ones land when others of their time are noted already, and all of
 * them have failed. So a failure that our own network may have caused is judged with everything that landed since it
 * began: when something went well, it is the server's; else it waits, until something does or nothing is in flight.
 */
export class Flights<Seen> {
  readonly #statesOf: (seen: Seen) => readonly LookState[]
  /** In the order in which they began. */
  readonly #inFlight = new Set<Flight>()
  #landed: Landed<Seen>[] = []
  #begun = 0
  #well = 0

  constructor(statesOf: (seen: Seen) => readonly LookState[]) {
    this.#statesOf = statesOf
  }

  /** Begun and not noted yet. */
  get size(): number {
    return this.#inFlight.size + this.#landed.length
  }

  /** Places that are taken: by what is in flight, and by failures that wait, so that an outage fills them and ends. */
  get places(): number {
    return this.#inFlight.size + this.#landed.filter((one) => this.#waits(one)).length
  }

  /**
   * A failure that waits is no reason to begin nothing, because what begins may clear it. But it waits for what was in
   * flight when it landed, and for what began until that has landed: not for ever, because its lease ends.
   */
  get mayBegin(): boolean {
    const waiting = this.#landed.find((one) => this.#waits(one))
    const [oldest] = this.#inFlight
    return waiting === undefined || (oldest !== undefined && oldest.number <= waiting.begunBefore)
  }

  /** @param look undefined when it came to nothing */
  begin(look: Promise<Seen | undefined>): Promise<void> {
    this.#begun += 1
    const start = { number: this.#begun, wellBefore: this.#well }
    const flight: Flight = { ...start, landing: look.then((seen) => this.#land(flight, seen)) }
    this.#inFlight.add(flight)
    return flight.landing
  }

  /** Ends when all have landed that are in flight now. */
  async landings(): Promise<void> {
    await Promise.all([...this.#inFlight].map(({ landing }) => landing))
  }

  /** Takes out what has landed, without failures that wait. */
  take(): Judgeable<Seen> {
    const over = this.#inFlight.size === 0
    const judged = over ? this.#landed : this.#landed.filter((one) => !this.#waits(one))
    this.#landed = over ? [] : this.#landed.filter((one) => this.#waits(one))
    return { seen: judged.map(({ seen }) => seen), states: this.#evidence(judged) }
  }

  #land(flight: Flight, seen: Seen | undefined): void {
    this.#inFlight.delete(flight)
    if (seen === undefined) return
    const states = this.#statesOf(seen)
    const failed = states.length > 0 && states.every((state) => mayBeOurs(state))
    if (states.length > 0 && !failed) this.#well += 1
    const { wellBefore } = flight
    this.#landed.push({ seen, states, failed, wellBefore, begunBefore: this.#begun })
  }

  /** Nothing has gone well since it began. */
  #waits({ failed, wellBefore }: Landed<Seen>): boolean {
    return failed && wellBefore === this.#well
  }

  #evidence(judged: readonly Landed<Seen>[]): readonly LookState[] {
    // Failures that something cleared say nothing of what has failed since.
    const cleared = judged.filter((one) => one.failed && !this.#waits(one))
    const others = judged.filter((one) => !cleared.includes(one))
    if (cleared.length === 0 || others.some(({ failed }) => failed)) {
      return others.flatMap(({ states }) => states)
    }
    // What cleared them may have been noted before: it stands here as one more that was well.
    return [...judged.flatMap(({ states }) => states), 'ok']
  }
}
