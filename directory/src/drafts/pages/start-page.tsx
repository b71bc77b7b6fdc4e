import {
  Actions,
  Button,
  ErrorSummary,
  Field,
  FormToken,
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
import type { Draft } from '../model.ts'
import { titleOf } from './shown.ts'
import { draftPath } from './steps-nav.tsx'

interface StartProps {
  readonly drafts: readonly Draft[]
  readonly address: string
  readonly error?: string
  /** What is wrong with the file that was sent. */
  readonly importFault?: string
}

/** Where a submission begins, or goes on. */
export function StartPage({ drafts, address, error, importFault }: StartProps) {
  const { t, language } = usePageRequest()
  return (
    <Page title={t('submissions.submit.title')} description={t('drafts.start.lead')}>
      <PageHeader title={t('submissions.submit.title')} lead={t('drafts.start.lead')} />
      <Stack gap="wide">
        {drafts.length === 0 ? null : <Open drafts={drafts} />}
        <Section title={t('drafts.start.new')}>
          <form method="post" action={href(language, `${paths.submissions}/drafts`)} novalidate>
            <Stack>
              <FormToken />
              <ErrorSummary errors={error === undefined ? {} : { serverUrl: error }} />
              <Field
                name="serverUrl"
                type="url"
                label={t('submissions.field.serverUrl')}
                hint={t('drafts.start.hint')}
                value={address}
                error={error}
                placeholder="https://"
              />
              <Actions>
                <Button>{t('drafts.start.send')}</Button>
              </Actions>
            </Stack>
          </form>
        </Section>
        <ImportForm fault={importFault} />
        <p class="muted">
          {t('drafts.start.whole')}{' '}
          <a href={href(language, `${paths.submit}/form`)}>{t('drafts.start.whole.link')}</a>
        </p>
      </Stack>
    </Page>
  )
}

function ImportForm({ fault }: { readonly fault: string | undefined }) {
  const { t, language } = usePageRequest()
  const path = href(language, `${paths.submissions}/drafts/import`)
  return (
    <Section title={t('drafts.import')} lead={t('drafts.import.lead')}>
      <form method="post" action={path} enctype="multipart/form-data" novalidate>
        <Stack>
          <FormToken />
          <ErrorSummary errors={fault === undefined ? {} : { file: fault }} />
          <Field name="file" type="file" label={t('drafts.import.file')} error={fault} required />
          <Actions>
            <Button kind="secondary">{t('drafts.import.send')}</Button>
          </Actions>
        </Stack>
      </form>
    </Section>
  )
}

function Open({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { t, language } = usePageRequest()
  return (
    <Section title={t('drafts.list')} lead={t('drafts.list.lead')}>
      <Table
        caption={t('drafts.list')}
        captionHidden
        rows={drafts}
        columns={[
          {
            title: t('submissions.mine.name'),
            cell: (draft) => <a href={href(language, draftPath(draft))}>{titleOf(draft, t)}</a>,
          },
          { title: t('submissions.mine.changed'), cell: ({ updatedAt }) => <Time at={updatedAt} /> },
        ]}
      />
    </Section>
  )
}
