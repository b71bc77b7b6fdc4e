import type { Ended, Lived } from './live.ts'
import { dayMs } from './plan.ts'
import type { Cut } from './population.ts'

/** Every list is empty when all is right. */
export interface Verdict {
  readonly faults: number
  /** Those that two looks met, so that they have to be believed. */
  readonly classified: number
  /** Single failed looks, and refusals for asking too often. */
  readonly noise: number
  /** Shorter than the time between two looks. */
  readonly unseen: number
  readonly warned: number
  readonly hidden: number
  readonly delisted: number
  readonly restored: number
  readonly notices: number
  readonly wrong: {
    readonly states: readonly string[]
    readonly changes: readonly string[]
    readonly ledgers: readonly string[]
    readonly notices: readonly string[]
    readonly movedWhileCut: readonly string[]
  }
}

export interface Judging {
  readonly until: number
  /** Longer than that no fault may stay unseen. */
  readonly longestIntervalMs: number
  /** Days from a step of the ledger to the one after. */
  readonly days: Readonly<Record<string, number>>
  readonly cut?: Cut
}

export function judge(lived: readonly Lived[], judging: Judging): Verdict {
  const faults = lived.flatMap((one) => one.faults)
  const real = faults.filter(isReal)
  const count = (name: string) =>
    lived.flatMap(({ steps }) => steps.filter((step) => step.name === name)).length
  const every = (find: (one: Lived) => readonly string[]) =>
    lived.flatMap((one) => find(one).map((what) => `${one.server.url} (${one.server.what}): ${what}`))
  return {
    faults: real.length,
    classified: real.filter(isBelieved).length,
    noise: faults.length - real.length,
    unseen: real.filter((one) => !isBelieved(one)).length,
    warned: count('warned'),
    hidden: count('hidden'),
    delisted: count('delisted'),
    restored: count('restored'),
    notices: lived.flatMap((one) => one.notices).length,
    wrong: {
      states: every((one) => one.faults.flatMap((fault) => wrongState(one, fault, judging))),
      changes: every((one) => wrongChanges(one, judging)),
      ledgers: every((one) => wrongLedger(one, judging)),
      notices: every(wrongNotices),
      movedWhileCut: every((one) => movedWhile(one, judging.cut)),
    },
  }
}

function isReal({ fault }: Ended): boolean {
  return fault.kind !== 'rate-limited' && fault.once === undefined
}

function isBelieved(one: Ended): boolean {
  return isReal(one) && one.met >= 2
}

function wrongState({ server }: Lived, one: Ended, { until, longestIntervalMs }: Judging): string[] {
  const { fault, state, met } = one
  const expected = isBelieved(one) ? fault.kind : server.gated ? 'auth-gated' : 'ok'
  const words = `${fault.kind} from ${new Date(fault.from).toISOString()}`
  if (state !== expected) return [`${words}, ${met} looks, is taken for ${state}`]
  const lastedMs = Math.min(fault.until, until) - fault.from
  return isReal(one) && !isBelieved(one) && lastedMs > longestIntervalMs ? [`${words} was not seen`] : []
}

/** Once at first, then to each believed fault and back: nothing else is ever believed. */
function wrongChanges({ faults, changes }: Lived, { until }: Judging): string[] {
  const believed = faults.filter(isBelieved)
  // Who is back since less than a day may not have been seen twice.
  const open = believed.filter(({ fault }) => fault.until > until).length
  const recent = believed.filter(({ fault }) => fault.until <= until && fault.until > until - dayMs).length
  const most = 1 + 2 * believed.length - open
  return changes > most || changes < most - recent ? [`${changes} changes of state instead of ${most}`] : []
}

/** Time that is given back is no step. */
function isStep(name: string): boolean {
  return !name.endsWith('extended')
}

function wrongLedger({ server, steps }: Lived, { days }: Judging): string[] {
  const taken = steps.filter(({ name }) => isStep(name))
  const names = taken.map(({ name }) => name).join(' ')
  const expected = server.steps.join(' ')
  if (names !== expected) return [`"${names}" instead of "${expected}"`]
  return taken.flatMap(({ name, at }, n) => {
    const before = taken[n - 1]
    const leastMs = (before === undefined ? 0 : (days[`${before.name} ${name}`] ?? 0)) * dayMs
    return before !== undefined && at - before.at < leastMs ? [`${name} too soon after ${before.name}`] : []
  })
}

/** One of each step, in its order, told when it was taken, the next one not before its day. */
function wrongNotices({ steps, notices }: Lived): string[] {
  const told = notices.map(({ kind, at }) => `${kind} ${at}`).join('\n')
  const taken = steps.map(({ name, at }) => `reliability.${name} ${at}`).join('\n')
  if (told !== taken) return [`told "${told}" of "${taken}"`]
  return notices.flatMap(({ kind, by }, n) => {
    const next = notices[n + 1]
    const early = by !== null && next !== undefined && isDown(next.kind) && next.at < by
    return early ? [`${next.kind} came before the day that ${kind} named`] : []
  })
}

function isDown(kind: string): boolean {
  return ['last-warned', 'hidden', 'delisting-due', 'delisted'].some((name) => kind.endsWith(`.${name}`))
}

/** Who was well for long enough before may come back; nothing gets worse. */
function movedWhile({ steps }: Lived, cut: Cut | undefined): string[] {
  if (cut === undefined) return []
  return steps
    .filter(({ name, at }) => isStep(name) && name !== 'restored' && at >= cut.from && at < cut.until)
    .map(({ name }) => `${name} while our own network was cut`)
}
