import { FieldChanges } from '../../catalogue/index.ts'
import {
  ConnectorBreadcrumbs,
  Card,
  Cluster,
  Details,
  EmptyState,
  href,
  Page,
  PageHeader,
  Pagination,
  Section,
  Stack,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { DriftView } from '../drift.ts'
import { driftClasses, type PastChange } from '../model.ts'
import { driftPath } from '../news.ts'
import { StateWords } from './drift-card.tsx'
import { ClassBadge, StateBadge, stateOf } from './standing.tsx'

/** One listing's changes: for its publisher, reviewers and operators. */
export function ChangesPage({ view }: { readonly view: DriftView }) {
  const { t, language } = usePageRequest()
  const { listing, name, standing, changes, next } = view
  const title = t('drift.of', { name })
  const state = stateOf(standing, listing.version)
  return (
    <Page title={title} before={<ConnectorBreadcrumbs about={{ slug: listing.slug, name }} />}>
      <PageHeader eyebrow={<StateBadge state={state} />} title={title} lead={t('drift.of.lead')} />
      <Stack>
        <StateWords state={state} />
        {changes.length === 0 ? (
          <EmptyState title={t('drift.none')}>
            <p>{t('drift.none.do')}</p>
          </EmptyState>
        ) : (
          <Section title={t('drift.history')} lead={t('drift.history.lead')}>
            <Stack>
              {changes.map((change) => (
                <ChangeCard change={change} />
              ))}
            </Stack>
          </Section>
        )}
        <Pagination
          next={next === undefined ? undefined : href(language, `${driftPath(listing.slug)}?before=${next}`)}
        />
        <Classes />
      </Stack>
    </Page>
  )
}

function ChangeCard({ change }: { readonly change: PastChange }) {
  const { t } = usePageRequest()
  return (
    <Card title={change.tool}>
      <Cluster>
        <ClassBadge of={change.class} />
        <span class="muted small">{t('drift.version', { version: change.version })}</span>
      </Cluster>
      <ul>
        {change.words.map((word) => (
          <li>
            {word === 'looks' || word === 'removed' ? t(`drift.word.${word}`) : t(`holds.change.${word}`)}
          </li>
        ))}
      </ul>
      <ul class="muted small">
        <li>
          {t('drift.step.seen')} <Time at={change.firstSeenAt} />
        </li>
        {change.steps.map(({ step, at }) => (
          <li>
            {t(`drift.step.${step}`)} <Time at={at} />
          </li>
        ))}
      </ul>
      {change.fields.length === 0 ? null : (
        <Details summary={t('drift.fields', { count: change.fields.length })}>
          <FieldChanges
            caption={change.tool}
            changes={change.fields}
            titles={{ before: t('drift.before'), after: t('drift.after') }}
          />
        </Details>
      )}
    </Card>
  )
}

function Classes() {
  const { t } = usePageRequest()
  return (
    <Details summary={t('drift.classes')}>
      <ul>
        {driftClasses.map((one) => (
          <li>
            <strong>{t(`drift.class.${one}`)}</strong> {t(`drift.class.${one}.means`)}
          </li>
        ))}
      </ul>
    </Details>
  )
}
