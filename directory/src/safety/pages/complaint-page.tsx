import {
  Breadcrumbs,
  Callout,
  Cluster,
  DefinitionList,
  FormCard,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  Time,
  usePageRequest,
  type Definition,
} from '../../web/index.ts'
import { isOpen, mayFollow } from '../complaint.ts'
import { complaintPath } from '../complaint-news.ts'
import { longestAnswer, outcomes, type ComplaintView } from '../decide-complaint.ts'
import { safetyPath } from '../paths.ts'
import { Choice, Words } from './fields.tsx'
import { StatusBadge } from './status-badge.tsx'

export interface ComplaintPageProps {
  readonly view: ComplaintView
  /** Of the connector; null: it is about this directory. */
  readonly name: string | null
  /** Who sent it; null for who reads their own, and without an account. */
  readonly sender: string | null
  readonly sent?: SentDecision | undefined
}

export interface SentDecision {
  readonly outcome: string
  readonly answer: string
  readonly toPublisher: string
  readonly errors: Readonly<Record<string, string>>
}

/** One report: for who sent it, and for who decides on it. */
export function ComplaintPage(props: ComplaintPageProps) {
  const { t, language } = usePageRequest()
  const { view, name } = props
  const { complaint, decides } = view
  const title = t('safety.report.of', { name: name ?? t('safety.about.directory') })
  const parent = decides
    ? { label: t('safety.title'), href: href(language, paths.safety) }
    : { label: t('safety.mine'), href: href(language, paths.complaints) }
  return (
    <Page title={title} narrow before={<Breadcrumbs items={[parent]} />}>
      <PageHeader
        eyebrow={
          <Cluster>
            <StatusBadge status={complaint.status} />
            <Time at={complaint.at} />
          </Cluster>
        }
        title={title}
      />
      <Stack>
        <Answer view={view} />
        <Section title={t('safety.report.text')}>
          <Stack gap="tight">
            <Facts {...props} />
            <blockquote class="prose">{view.words.text}</blockquote>
          </Stack>
        </Section>
        <Decide {...props} />
      </Stack>
    </Page>
  )
}

function Answer({ view: { complaint, steps, decides } }: { readonly view: ComplaintView }) {
  const { t } = usePageRequest()
  if (isOpen(complaint.status)) {
    return decides ? null : <Callout kind="info">{t('safety.report.waits')}</Callout>
  }
  return (
    <Callout kind="info" title={t('safety.report.answer')}>
      <blockquote class="prose">{steps.at(-1)?.reason}</blockquote>
    </Callout>
  )
}

function Facts({ view: { complaint, words, decides, listing }, sender, name }: ComplaintPageProps) {
  const { t, language } = usePageRequest()
  const facts: Definition[] = [
    { term: t('safety.column.kind'), value: t(`safety.kind.${complaint.kind}`) },
    ...(listing === undefined
      ? []
      : [
          {
            term: t('safety.column.connector'),
            value: <a href={href(language, `/connectors/${listing.slug}`)}>{name ?? listing.slug}</a>,
          },
        ]),
    ...(decides ? [{ term: t('safety.report.sender'), value: sender ?? t('safety.report.nobody') }] : []),
    ...(words.contact === null ? [] : [{ term: t('safety.report.contact'), value: words.contact }]),
  ]
  return <DefinitionList items={facts} />
}

function Decide({ view, sent }: ComplaintPageProps) {
  const { t, language } = usePageRequest()
  const { complaint, listing, decides } = view
  if (!decides || !isOpen(complaint.status)) return null
  const errors = sent?.errors ?? {}
  return (
    <>
      {listing === undefined ? null : (
        <p>
          <a href={href(language, safetyPath(listing.slug))}>{t('safety.report.restrict')}</a>
        </p>
      )}
      <FormCard
        title={t('safety.order')}
        action={`${complaintPath(complaint.id)}/decisions`}
        errors={errors}
        send={t('safety.order.send')}
      >
        <input type="hidden" name="seen" value={String(complaint.seen)} />
        <Choice
          name="outcome"
          label={t('safety.order.name')}
          sent={sent?.outcome}
          errors={errors}
          choices={outcomes
            .filter((name) => mayFollow(complaint.status, name))
            .map((name) => ({ value: name, label: t(`safety.outcome.${name}`) }))}
        />
        <Words
          name="answer"
          label={t('safety.decide.answer')}
          hint={t(complaint.person === null ? 'safety.decide.answer.contact' : 'safety.decide.answer.hint')}
          optional
          sent={sent?.answer}
          errors={errors}
          rows={4}
          longest={longestAnswer}
        />
        {listing === undefined ? null : (
          <Words
            name="toPublisher"
            label={t('safety.decide.publisher')}
            hint={t('safety.decide.publisher.hint')}
            optional
            sent={sent?.toPublisher}
            errors={errors}
            rows={4}
            longest={longestAnswer}
          />
        )}
      </FormCard>
    </>
  )
}
