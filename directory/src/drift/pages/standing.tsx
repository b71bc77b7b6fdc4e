import type { DriftClass } from '../model.ts'
import type { Standing } from '../store.ts'
import { Badge, usePageRequest, type BadgeKind, type TextKey } from '../../web/index.ts'
import { lookStates } from '../../monitoring/index.ts'

const kinds: Readonly<Record<DriftClass, BadgeKind>> = {
  cosmetic: 'neutral',
  minor: 'info',
  major: 'warn',
  severe: 'bad',
}

export function ClassBadge({ of }: { readonly of: DriftClass }) {
  const { t } = usePageRequest()
  return <Badge kind={kinds[of]}>{t(`drift.class.${of}`)}</Badge>
}

/** What is known now of a version's tools. */
export type State =
  | { readonly kind: 'not-looked' }
  | { readonly kind: 'cannot-look'; readonly why: TextKey }
  | { readonly kind: 'as-approved'; readonly at: Date }
  | { readonly kind: 'changed'; readonly at: Date; readonly count: number; readonly held: boolean }

export function stateOf(standing: Standing | undefined, version: number): State {
  const { open, comparedAt } = standing ?? {}
  if (standing?.version === version && open && comparedAt) {
    const count = open.minor + open.major + open.severe
    if (count > 0) return { kind: 'changed', at: comparedAt, count, held: open.major + open.severe > 0 }
    const couldLook = standing.outcome === 'compared' || standing.outcome === 'incomplete'
    if (couldLook) return { kind: 'as-approved', at: comparedAt }
  }
  const why = standing?.outcome
  return why === null || why === undefined ? { kind: 'not-looked' } : whyNot(why)
}

function whyNot(outcome: string): State {
  if (outcome === 'auth-gated' || outcome === 'nothing-approved') {
    return { kind: 'cannot-look', why: `drift.cannot.${outcome}` }
  }
  const state = lookStates.find((one) => one === outcome)
  return state === undefined
    ? { kind: 'not-looked' }
    : { kind: 'cannot-look', why: `monitoring.state.${state}` }
}

export function StateBadge({ state }: { readonly state: State }) {
  const { t } = usePageRequest()
  return <Badge kind={badgeOf(state)}>{t(`drift.state.${state.kind}`)}</Badge>
}

function badgeOf(state: State): BadgeKind {
  if (state.kind === 'changed') return state.held ? 'bad' : 'warn'
  return state.kind === 'as-approved' ? 'good' : 'neutral'
}
