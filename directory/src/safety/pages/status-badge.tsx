import { Badge, usePageRequest, type BadgeKind } from '../../web/index.ts'
import type { Status } from '../complaint.ts'

const kinds: Readonly<Record<Status, BadgeKind>> = {
  new: 'warn',
  'looked-at': 'info',
  'acted-on': 'good',
  'no-action': 'neutral',
}

export function StatusBadge({ status }: { readonly status: Status }) {
  const { t } = usePageRequest()
  return <Badge kind={kinds[status]}>{t(`safety.status.${status}`)}</Badge>
}
