import { Badge, usePageRequest, type BadgeKind } from '../../web/index.ts'
import type { Stage } from '../model.ts'

const kinds: Readonly<Record<Stage, BadgeKind>> = {
  listed: 'good',
  warned: 'warn',
  grace: 'warn',
  hidden: 'bad',
  delisted: 'bad',
}

export function StageBadge({ stage }: { readonly stage: Stage }) {
  const { t } = usePageRequest()
  return <Badge kind={kinds[stage]}>{t(`reliability.stage.${stage}`)}</Badge>
}
