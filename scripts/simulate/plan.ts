import { between, chanceFrom, type Chance } from './chance.ts'
import { faultKinds, type Fault, type FaultKind, type Server } from './population.ts'

/** What the ledger of a listing must hold in the end, time given back left out. */
export type Steps = readonly string[]

export interface Planned extends Server {
  readonly what: keyof typeof lives
  readonly steps: Steps
}

export const dayMs = 86_400_000
const hourMs = 3_600_000
/** Nobody fails before, so that every window of 30 days is full. */
const quietDays = 45

const dead: Steps = ['warned', 'last-warned', 'hidden', 'delisting-due', 'delisted']

interface Life {
  /** Of 40 listings. */
  readonly share: number
  readonly steps: Steps
  faults(chance: Chance, days: number, kind: FaultKind): readonly { at: number; hours: number; once?: true }[]
}

/** What can become of a listing. Times in days from the start; a year of at least 340 days is assumed by the long ones. */
export const lives = {
  well: { share: 24, steps: [], faults: () => [] },
  /** One look fails, again and again, and the next one does not. */
  blips: {
    share: 4,
    steps: [],
    faults: (chance, days) => spells(chance, days, 90, () => 24).map((one) => ({ ...one, once: true })),
  },
  /** Hours, never more than 2.8 % of a month. */
  short: {
    share: 5,
    steps: [],
    faults: (chance, days) => spells(chance, days, 60, () => between(chance, 0.1, 20)),
  },
  limited: { share: 2, steps: [], faults: (chance, days) => spells(chance, days, 80, () => 72) },
  twelveDays: {
    share: 1,
    steps: ['warned', 'last-warned', 'restored'],
    faults: (chance, days) => [{ at: between(chance, quietDays, days - 20), hours: 12 * 24 }],
  },
  fiveWeeks: {
    share: 1,
    steps: ['warned', 'last-warned', 'hidden', 'restored'],
    faults: (chance, days) => [{ at: between(chance, quietDays, days - 50), hours: 35 * 24 }],
  },
  dead: {
    share: 2,
    steps: dead,
    faults: (chance, days) => [{ at: between(chance, quietDays, days - 65), hours: 24 * days }],
  },
  deadAndBack: {
    share: 1,
    steps: [...dead, 'return-due', 'restored'],
    faults: (chance, days) => [{ at: between(chance, quietDays, days - 105), hours: 75 * 24 }],
  },
} as const satisfies Readonly<Record<string, Life>>

/** Spells with at least 31 days from one to the next. */
function spells(chance: Chance, days: number, everyDays: number, hours: () => number) {
  const found: { at: number; hours: number }[] = []
  for (let at = quietDays + chance() * 30; at < days - 4; at += between(chance, 31, 2 * everyDays - 31)) {
    found.push({ at, hours: hours() })
  }
  return found
}

export interface PlanOptions {
  readonly seed: number
  readonly listings: number
  readonly start: Date
  readonly days: number
}

/** The same seed gives the same servers with the same faults. */
export function planOf({ seed, listings, start, days }: PlanOptions): readonly Planned[] {
  const chance = chanceFrom(seed)
  const round = Object.entries(lives).flatMap(([what, { share }]) =>
    Array.from({ length: share }, () => what as keyof typeof lives),
  )
  return Array.from({ length: listings }, (_, n): Planned => {
    const what = round[n % round.length] ?? 'well'
    const life: Life = lives[what]
    const gated = n % 3 === 0
    const faults = life.faults(chance, days, 'dns').map(({ at, hours, once }): Fault => {
      const from = start.getTime() + at * dayMs
      const kind = what === 'limited' ? 'rate-limited' : kindOf(chance, gated)
      return { kind, from, until: from + hours * hourMs, ...(once && { once }) }
    })
    return { what, steps: life.steps, ...serverOf(n, gated), faults }
  })
}

function serverOf(n: number, gated: boolean): Pick<Server, 'url' | 'era' | 'gated'> {
  return { url: `https://mcp${n + 1}.example.com/mcp`, era: n % 2 === 0 ? 'modern' : 'legacy', gated }
}

/** A login where the listing says so is no fault. */
function kindOf(chance: Chance, gated: boolean): FaultKind {
  const kinds = faultKinds.filter((kind) => !(gated && kind === 'auth-gated'))
  return kinds[Math.floor(chance() * kinds.length)] ?? '5xx'
}
