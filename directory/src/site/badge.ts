import type { ListingState, ReportSummary } from '../catalogue/index.ts'
import type { Language } from '../kernel/index.ts'
import type { HealthLabel } from '../monitoring/index.ts'
import { createTranslate, spokenTime } from '../web/index.ts'
import type { BadgeColour, BadgeWords } from './draw-badge.ts'

export const badgeKinds = ['listed', 'health', 'policy'] as const
export type BadgeKindName = (typeof badgeKinds)[number]

/** What a badge speaks of, as it is now. */
export interface BadgeFacts {
  readonly instanceName: string
  readonly state: ListingState
  /** An operator has stopped its server or its publisher. */
  readonly stopped: boolean
  readonly health: HealthLabel
  readonly report: Pick<ReportSummary, 'verdict' | 'policy' | 'checkedAt'>
}

type Standing = 'published' | 'stopped' | 'hidden' | 'delisted' | 'removed' | 'unlisted'

const ofStanding: Readonly<Record<Standing, BadgeColour>> = {
  published: 'good',
  stopped: 'bad',
  hidden: 'bad',
  delisted: 'bad',
  removed: 'neutral',
  unlisted: 'neutral',
}
const ofHealth: Readonly<Record<HealthLabel, BadgeColour>> = {
  healthy: 'good',
  'worth-a-look': 'warn',
  degraded: 'bad',
  'not-enough-data': 'neutral',
}
const ofVerdict = { ready: 'good', incomplete: 'neutral', blocked: 'warn' } as const

/** A connector that is not listed any more, or stopped, says nothing else, whatever its badge was of. */
export function badgeWords(kind: BadgeKindName, facts: BadgeFacts, language: Language): BadgeWords {
  const t = createTranslate(language)
  const { state, stopped, health, report, instanceName } = facts
  const label = t(`badges.label.${kind}`, { instance: instanceName, policy: report.policy })
  const standing: Standing = state === 'published' && stopped ? 'stopped' : state
  if (standing !== 'published' || kind === 'listed') {
    return { label, state: t(`badges.state.${standing}`), colour: ofStanding[standing], language }
  }
  if (kind === 'health') {
    return { label, state: t(`badges.health.${health}`), colour: ofHealth[health], language }
  }
  const date = spokenTime(report.checkedAt, language, { dateOnly: true })
  const verdict = t(`badges.verdict.${report.verdict}`, { date })
  return { label, state: verdict, colour: ofVerdict[report.verdict], language }
}
