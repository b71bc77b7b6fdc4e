import {
  Actions,
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  Field,
  FormToken,
  href,
  Page,
  PageHeader,
  paths,
  Stack,
  Time,
  usePageRequest,
  type Translate,
} from '../../web/index.ts'
import type { Hold } from '../model.ts'
import { stopKinds } from '../stop.ts'

export interface Row {
  readonly hold: Hold
  readonly slug: string
}

export interface SentStop {
  readonly kind: string
  readonly slug: string
  readonly tool: string
  readonly reason: string
  readonly errors: Readonly<Record<string, string>>
}

interface HoldsPageProps {
  readonly rows: readonly Row[]
  readonly mayStop: boolean
  readonly sent: SentStop | undefined
}

/** What is stopped or held, with a way to release it, and the form that stops something. */
export function HoldsPage({ rows, mayStop, sent }: HoldsPageProps) {
  const { t } = usePageRequest()
  return (
    <Page title={t('holds.title')}>
      <PageHeader title={t('holds.title')} lead={t('holds.lead')} />
      <Stack>
        {rows.length === 0 ? (
          <EmptyState title={t('holds.empty')}>
            <p>{t('holds.empty.do')}</p>
          </EmptyState>
        ) : (
          rows.map((row) => <HoldCard row={row} mayStop={mayStop} />)
        )}
        {mayStop ? <StopForm sent={sent} /> : null}
      </Stack>
    </Page>
  )
}

function HoldCard({ row: { hold, slug }, mayStop }: { readonly row: Row; readonly mayStop: boolean }) {
  const { t, language } = usePageRequest()
  const what = hold.tool === null ? slug : `${slug} · ${hold.tool}`
  const changed = hold.kind === 'changed-tool'
  const quarantine = hold.kind === 'quarantine'
  return (
    <Card title={what}>
      <p>
        <strong>{state(hold, t)}</strong>{' '}
        <span class="muted small">
          <Time at={hold.at} />
        </span>
      </p>
      {changed ? <Changes of={hold} slug={slug} /> : <p>{hold.reason}</p>}
      {quarantine ? (
        <p>
          <a href={href(language, `/connectors/${slug}/safety`)}>{t('holds.quarantine.more')}</a>
        </p>
      ) : changed || mayStop ? (
        <form method="post" action={href(language, `${paths.holds}/${hold.id}/release`)}>
          <FormToken />
          <Field
            name={`reason-${hold.id}`}
            label={t('holds.release.reason')}
            required
            maxlength={500}
            value=""
          />
          <Actions>
            <Button kind="secondary">{t('holds.release.send')}</Button>
          </Actions>
        </form>
      ) : null}
    </Card>
  )
}

/** The history says it field by field, when the watcher could read the list too. */
function Changes({ of: { changes }, slug }: { readonly of: Hold; readonly slug: string }) {
  const { t, language } = usePageRequest()
  return (
    <>
      <ul>
        {changes.map((word) => (
          <li>{t(`holds.change.${word}`)}</li>
        ))}
      </ul>
      <p class="small">
        <a href={href(language, `/connectors/${slug}/changes`)}>{t('drift.card.read')}</a>
      </p>
    </>
  )
}

function state({ kind, severity }: Hold, t: Translate): string {
  if (kind !== 'changed-tool') return t(`holds.kind.${kind}`)
  return t(`holds.severity.${severity ?? 'major'}`)
}

function StopForm({ sent }: { readonly sent: SentStop | undefined }) {
  const { t, language } = usePageRequest()
  const errors = sent?.errors ?? {}
  return (
    <Card title={t('holds.stop.title')}>
      <p class="muted small">{t('holds.stop.lead')}</p>
      <ErrorSummary errors={errors} />
      <form method="post" action={href(language, paths.holds)}>
        <FormToken />
        <Field
          type="select"
          name="kind"
          label={t('holds.stop.kind')}
          required
          value={sent?.kind ?? ''}
          error={errors['kind']}
          choices={[
            { value: '', label: t('holds.stop.choose') },
            ...stopKinds.map((kind) => ({ value: kind, label: t(`holds.stop.${kind}`) })),
          ]}
        />
        <Field
          name="slug"
          label={t('holds.stop.slug')}
          hint={t('holds.stop.slug.hint')}
          required
          value={sent?.slug ?? ''}
          error={errors['slug']}
          maxlength={64}
        />
        <Field
          name="tool"
          label={t('holds.stop.tool-name')}
          value={sent?.tool ?? ''}
          error={errors['tool']}
          maxlength={200}
        />
        <Field
          type="textarea"
          name="reason"
          label={t('holds.stop.reason')}
          hint={t('holds.stop.reason.hint')}
          required
          value={sent?.reason ?? ''}
          error={errors['reason']}
          maxlength={500}
          rows={3}
        />
        <Actions>
          <Button>{t('holds.stop.send')}</Button>
        </Actions>
      </form>
    </Card>
  )
}
