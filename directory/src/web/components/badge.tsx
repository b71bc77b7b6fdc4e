import type { PropsWithChildren } from 'hono/jsx'
import { usePageRequest } from '../page-context.ts'

export type BadgeKind = 'neutral' | 'good' | 'warn' | 'bad' | 'info'

export function Badge({
  kind = 'neutral',
  children,
}: PropsWithChildren<{ readonly kind?: BadgeKind | undefined }>) {
  return <span class={`badge badge-${kind}`}>{children}</span>
}

const statusKinds = {
  draft: 'neutral',
  checking: 'info',
  'in-review': 'info',
  'second-approval': 'info',
  'changes-requested': 'warn',
  lapsed: 'warn',
  rejected: 'bad',
  'not-a-fit': 'bad',
  appealed: 'info',
  approved: 'good',
  published: 'good',
  withdrawn: 'neutral',
  unlisted: 'neutral',
  hidden: 'bad',
  delisted: 'bad',
  removed: 'neutral',
  quarantined: 'bad',
  blocked: 'bad',
  stopped: 'bad',
} as const satisfies Record<string, BadgeKind>

export type SubmissionStatus = keyof typeof statusKinds

/** Where a submission, or what was published of it, stands, in the words of the catalogue. */
export function StatusPill({ status }: { readonly status: SubmissionStatus }) {
  const { t } = usePageRequest()
  return <span class={`pill badge-${statusKinds[status]}`}>{t(`shell.status.${status}`)}</span>
}

/** What a tool says of itself, as its `annotations` were sent; what is absent stays absent. */
export interface Hints {
  readonly readOnlyHint?: boolean | undefined
  readonly destructiveHint?: boolean | undefined
  readonly openWorldHint?: boolean | undefined
}

export function HintBadges({ hints }: { readonly hints: Hints }) {
  const { t } = usePageRequest()
  const { readOnlyHint, destructiveHint, openWorldHint } = hints
  const silent = readOnlyHint === undefined && destructiveHint === undefined
  return (
    <span class="cluster cluster-tight">
      {silent ? <Badge kind="warn">{t('shell.hint.none')}</Badge> : null}
      {readOnlyHint === true ? <Badge kind="good">{t('shell.hint.reads')}</Badge> : null}
      {readOnlyHint !== true && destructiveHint === true ? (
        <Badge kind="bad">{t('shell.hint.destroys')}</Badge>
      ) : null}
      {readOnlyHint !== true && destructiveHint !== true && !silent ? (
        <Badge kind="info">{t('shell.hint.changes')}</Badge>
      ) : null}
      {openWorldHint === true ? <Badge>{t('shell.hint.open-world')}</Badge> : null}
    </span>
  )
}
