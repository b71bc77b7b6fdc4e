import type { StopSignal } from '@connectory/wire'
import type { PersonId } from '../kernel/index.ts'
import type { After } from './deadline.ts'

export interface QueueLimits {
  /** Most calls at one server at a time. */
  readonly atOnce: number
  /** Longest wait for a turn, in milliseconds. */
  readonly waitMs: number
  /** Most calls of one person that wait for one server. */
  readonly waitingEach: number
}

/** Why a call did not get its turn. `cancelled`: its signal was raised. */
export type NoTurn = 'waited-too-long' | 'too-many-waiting' | 'cancelled'

/** What to do when the call has ended; doing it twice changes nothing. Or why there is none. */
type Place = (() => void) | NoTurn

/** A line before every server. Servers know nothing of each other: a slow one holds up only those who call it. */
export interface UpstreamQueue {
  /** What is known is said at once: most calls find a free place, and every promise costs. */
  enter(server: string, person: PersonId, signal: StopSignal): Place | Promise<Place>
}

interface Waiter {
  readonly admit: () => void
}

interface Line {
  running: number
  /** Who is next stands first; people take turns, whatever number of calls each has waiting. */
  readonly waiting: Map<PersonId, Waiter[]>
}

export function createUpstreamQueue(limits: QueueLimits, after: After): UpstreamQueue {
  const lines = new Map<string, Line>()
  const leave = (server: string, line: Line): void => {
    const next = takeNext(line)
    // The next one gets the place that became free; nobody can slip in between.
    if (next !== undefined) return next.admit()
    line.running -= 1
    if (line.running === 0) lines.delete(server)
  }
  const placeIn = (server: string, line: Line): (() => void) => {
    let left = false
    return () => {
      if (!left) leave(server, line)
      left = true
    }
  }
  return {
    enter(server, person, signal) {
      const line = lines.get(server) ?? { running: 0, waiting: new Map<PersonId, Waiter[]>() }
      lines.set(server, line)
      if (line.running < limits.atOnce) {
        line.running += 1
        return placeIn(server, line)
      }
      const own = line.waiting.get(person) ?? []
      if (own.length >= limits.waitingEach) return 'too-many-waiting'
      const waited = wait(line, person, { own, signal, waitMs: limits.waitMs, after })
      return waited.then((outcome) => (outcome === 'admitted' ? placeIn(server, line) : outcome))
    },
  }
}

interface Wait {
  readonly own: Waiter[]
  readonly signal: StopSignal
  readonly waitMs: number
  readonly after: After
}

function wait(line: Line, person: PersonId, { own, signal, waitMs, after }: Wait) {
  const { promise, resolve } = Promise.withResolvers<'admitted' | NoTurn>()
  const giveUp = (why: NoTurn): void => {
    const at = own.indexOf(waiter)
    if (at === -1) return
    own.splice(at, 1)
    if (own.length === 0) line.waiting.delete(person)
    end(why)
  }
  const onAbort = (): void => giveUp('cancelled')
  const stop = after(waitMs, () => giveUp('waited-too-long'))
  const end = (outcome: 'admitted' | NoTurn): void => {
    stop()
    signal.removeEventListener('abort', onAbort)
    resolve(outcome)
  }
  const waiter: Waiter = { admit: () => end('admitted') }
  own.push(waiter)
  line.waiting.set(person, own)
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
  return promise
}

function takeNext({ waiting }: Line): Waiter | undefined {
  const first = waiting.entries().next()
  if (first.done === true) return undefined
  const [person, waiters] = first.value
  const next = waiters.shift()
  waiting.delete(person)
  if (waiters.length > 0) waiting.set(person, waiters)
  return next
}
