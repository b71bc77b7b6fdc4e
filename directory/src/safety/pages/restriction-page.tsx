import {
  Callout,
  Cluster,
  ConnectorBreadcrumbs,
  FormCard,
  Page,
  PageHeader,
  Section,
  Stack,
  Table,
  Time,
  usePageRequest,
  type Column,
} from '../../web/index.ts'
import { longestObjection, longestReason, ordersFor } from '../order.ts'
import { safetyPath } from '../paths.ts'
import { obstacle } from '../restriction.ts'
import type { RestrictionView } from '../safety.ts'
import type { PastStep } from '../store.ts'
import { Choice, Words } from './fields.tsx'
import { StageBadge } from './stage-badge.tsx'

export interface RestrictionPageProps {
  readonly view: RestrictionView
  readonly name: string
  /** Who took the steps, by id; empty for who is not told. */
  readonly names: ReadonlyMap<string, string>
  /** A form that was not accepted. */
  readonly sent?: SentOrder | SentObjection | undefined
}

export interface SentOrder {
  readonly name: string
  readonly reason: string
  readonly errors: Readonly<Record<string, string>>
}

export interface SentObjection {
  readonly text: string
  readonly errors: Readonly<Record<string, string>>
}

/** What restricts one connector: for its publisher, who may object, and for those who decide. */
export function RestrictionPage(props: RestrictionPageProps) {
  const { t } = usePageRequest()
  const { view, name } = props
  const { listing, standing, steps } = view
  const title = t('safety.of', { name })
  return (
    <Page title={title} before={<ConnectorBreadcrumbs about={{ slug: listing.slug, name }} />}>
      <PageHeader
        eyebrow={
          <Cluster>
            <StageBadge stage={standing.stage} />
            {standing.since === null ? null : <Time at={standing.since} />}
          </Cluster>
        }
        title={title}
        lead={t(`safety.now.${standing.stage}`)}
      />
      <Stack>
        {standing.objectedAt === null ? null : (
          <Callout kind="info" title={t('safety.objected')}>
            <p>{t('safety.objected.do')}</p>
          </Callout>
        )}
        <Orders {...props} />
        <Objection {...props} />
        {steps.length === 0 ? null : (
          <Section title={t('safety.past')}>
            <Steps {...props} />
          </Section>
        )}
      </Stack>
    </Page>
  )
}

function Orders({ view, sent }: RestrictionPageProps) {
  const { t, viewer } = usePageRequest()
  if (viewer === null || !view.inside) return null
  const names = ordersFor(view.standing, viewer)
  if (names.length === 0) return null
  const order = sent !== undefined && 'name' in sent ? sent : undefined
  const errors = order?.errors ?? {}
  return (
    <Section title={t('safety.order')}>
      <FormCard
        action={`${safetyPath(view.listing.slug)}/orders`}
        errors={errors}
        send={t('safety.order.send')}
      >
        <input type="hidden" name="seen" value={String(view.seen)} />
        <Choice
          name="name"
          label={t('safety.order.name')}
          sent={order?.name}
          errors={errors}
          choices={names.map((name) => ({
            value: name,
            label: t(`safety.order.${name}`),
            hint: t(`safety.order.${name}.hint`),
          }))}
        />
        <Words
          name="reason"
          label={t('safety.order.reason')}
          hint={t('safety.order.reason.hint')}
          sent={order?.reason}
          errors={errors}
          rows={3}
          longest={longestReason}
        />
      </FormCard>
    </Section>
  )
}

function Objection({ view, sent }: RestrictionPageProps) {
  const { t, viewer } = usePageRequest()
  const { listing, standing } = view
  if (viewer === null || viewer.organisation !== listing.organisation) return null
  if (obstacle(standing, 'objected', viewer.person) !== undefined) return null
  const objection = sent !== undefined && 'text' in sent ? sent : undefined
  const errors = objection?.errors ?? {}
  return (
    <Section title={t('safety.object')} lead={t('safety.object.lead')}>
      <FormCard
        action={`${safetyPath(listing.slug)}/objections`}
        errors={errors}
        send={t('safety.object.send')}
      >
        <input type="hidden" name="seen" value={String(view.seen)} />
        <Words
          name="text"
          label={t('safety.object.text')}
          sent={objection?.text}
          errors={errors}
          rows={4}
          longest={longestObjection}
        />
      </FormCard>
    </Section>
  )
}

function Steps({ view, names }: RestrictionPageProps) {
  const { t } = usePageRequest()
  const columns: readonly Column<PastStep>[] = [
    { title: t('safety.past.step'), cell: ({ name }) => t(`safety.step.${name}`) },
    { title: t('safety.past.at'), cell: ({ at }) => <Time at={at} /> },
    ...(view.inside
      ? [{ title: t('safety.past.who'), cell: ({ actor }: PastStep) => names.get(idOf(actor)) ?? '–' }]
      : []),
    { title: t('safety.past.why'), cell: ({ reason }) => reason },
  ]
  return <Table caption={t('safety.past')} captionHidden columns={columns} rows={view.steps.toReversed()} />
}

function idOf(actor: PastStep['actor']): string {
  return actor.kind === 'person' ? actor.id : actor.name
}
