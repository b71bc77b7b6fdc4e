import {
  Actions,
  ConnectorBreadcrumbs,
  Button,
  Callout,
  Card,
  Cluster,
  ErrorSummary,
  Field,
  FormToken,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import { mayFollow } from '../model.ts'
import type { LedgerView } from '../reliability.ts'
import { OrderForm, type SentOrder } from './order-form.tsx'
import { By } from './publisher-note.tsx'
import { Rules, type RulesProps } from './rules.tsx'
import { StageBadge } from './stage-badge.tsx'
import { StepList } from './step-list.tsx'
import { ledgerPath, publicStage } from './trouble.tsx'

export interface LedgerPageProps extends RulesProps {
  readonly view: LedgerView
  readonly name: string
  /** Healthy days in a row so far, and how many are needed. */
  readonly run: { readonly now: number; readonly needed: number }
  readonly owner: boolean
  readonly operator: boolean
  /** A form that was not accepted. */
  readonly sent?: SentOrder | SentObjection | undefined
}

export interface SentObjection {
  readonly text: string
  readonly errors: Readonly<Record<string, string>>
}

/** One listing's ledger: for its publisher, who may object, and for operators, who decide. */
export function LedgerPage(props: LedgerPageProps) {
  const { view, name, owner, operator, sent } = props
  const { t, language } = usePageRequest()
  const { listing, ledger, steps } = view
  const title = t('reliability.of', { name })
  return (
    <Page title={title} before={<ConnectorBreadcrumbs about={{ slug: listing.slug, name }} />}>
      <PageHeader
        eyebrow={
          <Cluster>
            <StageBadge stage={ledger.stage} />
            {ledger.since === null ? null : <Time at={ledger.since} dateOnly />}
          </Cluster>
        }
        title={title}
        lead={t('reliability.of.lead')}
      />
      <Stack>
        <ErrorSummary errors={sent?.errors ?? {}} />
        <Now {...props} />
        {operator ? <OrderCard view={view} owner={owner} sent={sent} /> : null}
        {owner && mayFollow(ledger, 'objected') ? <ObjectCard view={view} sent={sent} /> : null}
        {steps.length === 0 ? null : (
          <Section title={t('reliability.ledger')} lead={t('reliability.ledger.lead')}>
            <StepList steps={steps} />
          </Section>
        )}
        {operator ? (
          <p>
            <a href={href(language, paths.reliability)}>{t('reliability.table')}</a>
          </p>
        ) : null}
        <Rules policy={props.policy} />
      </Stack>
    </Page>
  )
}

function Now({ view, run }: LedgerPageProps) {
  const { t } = usePageRequest()
  const { stage, proposed } = view.ledger
  if (stage === 'listed') {
    return (
      <Callout kind="info" title={t('reliability.well')}>
        <p>{t('reliability.well.do')}</p>
      </Callout>
    )
  }
  const parameters = { count: run.needed, run: run.now }
  const rest =
    stage === 'delisted' ? t('reliability.now.return', parameters) : t('reliability.now.days', parameters)
  return (
    <Callout kind={stage === 'warned' ? 'warn' : 'bad'} title={t(`reliability.public.${publicStage(stage)}`)}>
      {proposed ? (
        <p>{t(stage === 'delisted' ? 'reliability.do.return-due' : 'reliability.do.delisting-due')}</p>
      ) : (
        <>
          <p>{t(`reliability.next.${stage}`)}</p>
          <p>{rest}</p>
        </>
      )}
      <By view={view} />
    </Callout>
  )
}

function OrderCard({ view, owner, sent }: Pick<LedgerPageProps, 'view' | 'owner' | 'sent'>) {
  const { t } = usePageRequest()
  if (view.ledger.stage === 'listed') return null
  return (
    <Card title={t('reliability.order')}>
      {owner ? (
        <p>{t('reliability.order.own')}</p>
      ) : (
        <OrderForm view={view} sent={sent !== undefined && 'name' in sent ? sent : undefined} />
      )}
    </Card>
  )
}

function ObjectCard({ view, sent }: Pick<LedgerPageProps, 'view' | 'sent'>) {
  const { t, language } = usePageRequest()
  const objection = sent !== undefined && 'text' in sent ? sent : undefined
  return (
    <Card title={t('reliability.object')}>
      <p class="muted small">{t('reliability.object.lead')}</p>
      <form method="post" action={href(language, `${ledgerPath(view.listing.slug)}/objections`)}>
        <FormToken />
        <input type="hidden" name="seen" value={String(view.steps.length)} />
        <Field
          type="textarea"
          name="text"
          label={t('reliability.object.text')}
          required
          rows={4}
          maxlength={2_000}
          value={objection?.text ?? ''}
          error={objection?.errors['text']}
        />
        <Actions>
          <Button kind="secondary">{t('reliability.object.send')}</Button>
        </Actions>
      </form>
    </Card>
  )
}
