import {
  ConnectorBreadcrumbs,
  FormCard,
  href,
  Page,
  PageHeader,
  Section,
  Stack,
  usePageRequest,
} from '../../web/index.ts'
import { longestComplaint } from '../complain.ts'
import { complaintKinds } from '../complaint.ts'
import { complainPath } from '../paths.ts'
import { Choice, Words } from './fields.tsx'

export interface SentComplaint {
  readonly kind: string
  readonly text: string
  readonly errors: Readonly<Record<string, string>>
}

interface ComplainPageProps {
  readonly slug: string
  readonly name: string
  readonly sent: SentComplaint | undefined
}

/** Where a person reports a connector. */
export function ComplainPage({ slug, name, sent }: ComplainPageProps) {
  const { t, language } = usePageRequest()
  const title = t('safety.complain', { name })
  const errors = sent?.errors ?? {}
  return (
    <Page title={title} narrow before={<ConnectorBreadcrumbs about={{ slug, name }} />}>
      <PageHeader title={title} lead={t('safety.complain.lead')} />
      <Stack>
        <Section title={t('safety.complain.form')}>
          <FormCard action={complainPath(slug)} errors={errors} send={t('safety.complain.send')}>
            <Choice
              name="kind"
              label={t('safety.complain.kind')}
              sent={sent?.kind}
              errors={errors}
              choices={complaintKinds.map((kind) => ({ value: kind, label: t(`safety.kind.${kind}`) }))}
            />
            <Words
              name="text"
              label={t('safety.complain.text')}
              hint={t('safety.complain.text.hint')}
              sent={sent?.text}
              errors={errors}
              rows={6}
              longest={longestComplaint}
            />
          </FormCard>
        </Section>
        <p class="small">
          <a href={href(language, `/security?connector=${slug}`)}>{t('safety.complain.vulnerability')}</a>
        </p>
      </Stack>
    </Page>
  )
}
