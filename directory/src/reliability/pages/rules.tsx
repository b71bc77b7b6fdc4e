import { Details, usePageRequest } from '../../web/index.ts'
import type { Policy } from '../policy-2026-11-21.ts'

export interface RulesProps {
  readonly policy: Policy
}

/** The numbers in force, in sentences. */
export function Rules({ policy }: RulesProps) {
  const { t } = usePageRequest()
  const { warned, hidden, delisted } = policy.recoveryDays
  const share = Math.round(policy.warnShare * 100)
  const healthy = Math.round(policy.healthyShare * 100)
  return (
    <Details summary={t('reliability.rules')}>
      <ol>
        <li>
          {t('reliability.rules.warned', { share, window: policy.windowDays, warned: policy.warnedDays })}
        </li>
        <li>{t('reliability.rules.hidden', { grace: policy.graceDays })}</li>
        <li>{t('reliability.rules.delisted', { hidden: policy.hiddenDays })}</li>
        <li>
          {t('reliability.rules.restored', { share: healthy, up: warned, shown: hidden, back: delisted })}
        </li>
        <li>{t('reliability.rules.ours')}</li>
      </ol>
    </Details>
  )
}
