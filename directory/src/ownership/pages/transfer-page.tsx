import type { Listing } from '../../catalogue/index.ts'
import {
  Breadcrumbs,
  Callout,
  DefinitionList,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { TransferAnswer } from '../answer.ts'
import type { Side } from '../move.ts'
import type { ProofOrder } from '../../proofs/index.ts'
import { openStatuses } from '../transfer.ts'
import type { Transfer } from '../transfer-store.ts'
import { TransferActions } from './transfer-actions.tsx'

export interface SentAnswer {
  readonly name: TransferAnswer['name'] | 'proof'
  readonly text: string
  readonly error: string
}

export interface TransferPageProps {
  readonly transfer: Transfer
  readonly listing: Listing
  readonly name: string
  /** Names of the organisations. */
  readonly between: { readonly from: string; readonly to: string }
  /** What this person may act as. */
  readonly sides: readonly Side[]
  readonly order: ProofOrder
  readonly sent: SentAnswer | undefined
}

/** One offer: where it stands, what goes along, and what this side does next. */
export function TransferPage(props: TransferPageProps) {
  const { t, language } = usePageRequest()
  const title = t('ownership.transfer.title', { name: props.name })
  return (
    <Page
      title={title}
      narrow
      before={
        <Breadcrumbs items={[{ label: t('ownership.transfers'), href: href(language, paths.transfers) }]} />
      }
    >
      <PageHeader title={title} />
      <Stack gap="wide">
        <Standing {...props} />
        <TransferActions {...props} />
        <Facts {...props} />
        <History {...props} />
      </Stack>
    </Page>
  )
}

function Standing({ transfer: { state } }: TransferPageProps) {
  const { t } = usePageRequest()
  const words = state.answer ?? state.question
  return (
    <Callout
      kind={state.status === 'done' ? 'good' : 'info'}
      title={t(`ownership.transfer.status.${state.status}`)}
    >
      <p>{t(`ownership.transfer.next.${state.status}`)}</p>
      {words === null ? null : (
        <blockquote class="prose">
          <p>{words}</p>
        </blockquote>
      )}
    </Callout>
  )
}

function Facts({ transfer: { state }, listing, name, between }: TransferPageProps) {
  const { t, language } = usePageRequest()
  const open = openStatuses.some((status) => status === state.status)
  const page = href(language, `${paths.connectors}/${listing.slug}`)
  return (
    <Section title={t('ownership.transfer.facts')}>
      <Stack>
        <DefinitionList
          items={[
            { term: t('ownership.transfers.connector'), value: <a href={page}>{name}</a> },
            { term: t('ownership.transfer.from'), value: between.from },
            { term: t('ownership.transfer.to'), value: between.to },
            ...(open ? [{ term: t('ownership.transfers.until'), value: <Time at={state.expiresAt} /> }] : []),
          ]}
        />
        <p>{t('ownership.transfer.along')}</p>
      </Stack>
    </Section>
  )
}

function History({ transfer }: TransferPageProps) {
  const { t } = usePageRequest()
  return (
    <Section title={t('ownership.transfer.history')}>
      <ol class="timeline">
        {transfer.past.toReversed().map(({ event, at }) => (
          <li>
            <div>{t(`ownership.transfer.event.${event.name}`)}</div>
            <div class="muted small">
              <Time at={at} />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
