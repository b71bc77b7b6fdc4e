import { Badge, usePageRequest, type BadgeKind } from '../../web/index.ts'
import type { Stage } from '../restriction.ts'

const kinds: Readonly<Record<Stage, BadgeKind>> = {
  clear: 'good',
  quarantined: 'warn',
  'block-asked': 'warn',
  blocked: 'bad',
}

export function StageBadge({ stage }: { readonly stage: Stage }) {
  const { t } = usePageRequest()
  return <Badge kind={kinds[stage]}>{t(`safety.stage.${stage}`)}</Badge>
}
