import type { Actor, PersonId } from '../kernel/index.ts'

/**
 * How far safety restricts a listing. `block-asked` is a quarantine for which an operator has asked for more; `blocked`
 * needs the word of a second one.
 */
export const stages = ['clear', 'quarantined', 'block-asked', 'blocked'] as const
export type Stage = (typeof stages)[number]

export const eventNames = [
  'quarantined',
  'released',
  'block-asked',
  'block-refused',
  'blocked',
  'unblocked',
  'objected',
  'objection-refused',
] as const
export type EventName = (typeof eventNames)[number]

export interface Happened {
  readonly name: EventName
  readonly at: Date
  readonly actor: Actor
}

/** Where one listing stands: a fold of its events. */
export interface Standing {
  readonly stage: Stage
  /** When this stage began. */
  readonly since: Date | null
  readonly askedBy: PersonId | null
  /** Who ended a block: somebody else ends the quarantine that is left. */
  readonly unblockedBy: PersonId | null
  /** Who has put it where it is: somebody else answers an objection. */
  readonly decidedBy: readonly PersonId[]
  readonly objectedAt: Date | null
  /** One objection until it is clear, and another one when it is blocked. */
  readonly hasObjected: boolean
}

export const unrestricted: Standing = {
  stage: 'clear',
  since: null,
  askedBy: null,
  unblockedBy: null,
  decidedBy: [],
  objectedAt: null,
  hasObjected: false,
}

/** Which events may follow in which stage. Everything else is refused. */
const follows: Readonly<Record<EventName, readonly Stage[]>> = {
  quarantined: ['clear'],
  released: ['quarantined'],
  'block-asked': ['quarantined'],
  'block-refused': ['block-asked'],
  blocked: ['block-asked'],
  unblocked: ['blocked'],
  objected: ['quarantined', 'block-asked', 'blocked'],
  'objection-refused': ['quarantined', 'block-asked', 'blocked'],
}

/** Asking for a block and refusing it is talk among those who work here: others see the quarantine. */
export function isInternal(name: EventName): name is 'block-asked' | 'block-refused' {
  return name === 'block-asked' || name === 'block-refused'
}

/** What everybody may know of it. */
export function publicStage(stage: Stage): Exclude<Stage, 'block-asked'> {
  return stage === 'block-asked' ? 'quarantined' : stage
}

/** What the publisher may know of it: neither what is talk among those who work here, nor when. */
export function fromOutside<Step extends Happened>(
  standing: Standing,
  past: readonly Step[],
): { readonly standing: Standing; readonly steps: readonly Step[] } {
  const stage = publicStage(standing.stage)
  const steps = past.filter(({ name }) => !isInternal(name))
  const began = steps.findLast(({ name }) => begins.has(name))
  return { standing: { ...standing, stage, since: stage === 'clear' ? null : (began?.at ?? null) }, steps }
}

const begins: ReadonlySet<EventName> = new Set(['quarantined', 'blocked', 'unblocked'])

export type Obstacle = 'not-now' | 'same-person'

/** Why this person may not do this now; undefined when they may. Roles are asked for where orders are taken. */
export function obstacle(standing: Standing, name: EventName, person: PersonId): Obstacle | undefined {
  const { stage, askedBy, unblockedBy, decidedBy, objectedAt, hasObjected } = standing
  if (!follows[name].includes(stage)) return 'not-now'
  if (name === 'objected' && (hasObjected || objectedAt !== null)) return 'not-now'
  if (name === 'objection-refused' && objectedAt === null) return 'not-now'
  const same =
    (name === 'blocked' && askedBy === person) ||
    (name === 'released' && unblockedBy === person) ||
    (name === 'objection-refused' && decidedBy.includes(person))
  return same ? 'same-person' : undefined
}

/** The standing after one event more. An event that may not follow is a fault of ours: nobody could write it. */
export function after(standing: Standing, { name, at, actor }: Happened): Standing {
  if (actor.kind !== 'person') throw new Error(`"${name}" is a decision of a person.`)
  const person = actor.id
  const against = obstacle(standing, name, person)
  if (against !== undefined) throw new Error(`"${name}" cannot follow in "${standing.stage}": ${against}.`)
  const decidedBy = [...new Set([...standing.decidedBy, person])]
  switch (name) {
    case 'quarantined':
      return { ...unrestricted, stage: 'quarantined', since: at, decidedBy }
    case 'block-asked':
      return { ...standing, stage: 'block-asked', since: at, askedBy: person, decidedBy }
    case 'block-refused':
      return { ...standing, stage: 'quarantined', since: at, askedBy: null }
    case 'blocked':
      return { ...standing, stage: 'blocked', since: at, decidedBy, hasObjected: false }
    case 'unblocked':
      return { ...standing, stage: 'quarantined', since: at, askedBy: null, unblockedBy: person }
    case 'objected':
      return { ...standing, objectedAt: at, hasObjected: true }
    case 'objection-refused':
      return { ...standing, objectedAt: null }
    case 'released':
      return unrestricted
  }
}

export function fold(past: readonly Happened[]): Standing {
  return past.reduce(after, unrestricted)
}
