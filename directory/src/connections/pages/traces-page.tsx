import {
  Actions,
  Badge,
  Breadcrumbs,
  Button,
  Callout,
  EmptyState,
  Field,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  Table,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { TraceSummary } from '../model.ts'
import { outcomeKinds } from './trace-page.tsx'

export const tracesPath = `${paths.connections}/traces`

export interface ShownTrace extends TraceSummary {
  readonly name: string
}

interface TracesPageProps {
  readonly traces: readonly ShownTrace[]
  /** What was looked for and not found. */
  readonly missing: string | undefined
}

/** For operators: the sign-in that a person quotes, and the newest ones of everybody. */
export function TracesPage({ traces, missing }: TracesPageProps) {
  const { t, language } = usePageRequest()
  const title = t('connections.traces-title')
  return (
    <Page
      title={title}
      before={
        <Breadcrumbs items={[{ label: t('connections.title'), href: href(language, paths.connections) }]} />
      }
    >
      <PageHeader title={title} lead={t('connections.traces-lead')} />
      <Stack gap="wide">
        <form method="get" action={href(language, tracesPath)}>
          <Stack>
            {missing === undefined ? null : (
              <Callout kind="warn">
                <p>{t('connections.traces-missing', { reference: missing })}</p>
              </Callout>
            )}
            <Field
              name="reference"
              label={t('connections.failed-reference')}
              value={missing}
              maxlength={40}
              autocomplete="off"
              required
            />
            <Actions>
              <Button>{t('connections.traces-find')}</Button>
            </Actions>
          </Stack>
        </form>
        <Section title={t('connections.traces-newest')}>
          {traces.length === 0 ? (
            <EmptyState title={t('connections.traces-none')} />
          ) : (
            <Table
              caption={t('connections.traces-newest')}
              captionHidden
              rows={traces}
              columns={[
                {
                  title: t('connections.failed-reference'),
                  cell: ({ reference }) => (
                    <a href={href(language, `${paths.connections}/trace/${reference}`)}>
                      <code>{reference}</code>
                    </a>
                  ),
                },
                { title: t('connections.traces-connector'), cell: ({ name }) => name },
                { title: t('connections.traces-when'), cell: ({ createdAt }) => <Time at={createdAt} /> },
                {
                  title: t('connections.traces-outcome'),
                  cell: ({ outcome }) => (
                    <Badge kind={outcomeKinds[outcome]}>{t(`connections.trace.${outcome}`)}</Badge>
                  ),
                },
              ]}
            />
          )}
        </Section>
      </Stack>
    </Page>
  )
}
