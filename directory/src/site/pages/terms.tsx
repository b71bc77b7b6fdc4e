import { Page, PageHeader, Section, usePageRequest, type TextKey } from '../../web/index.ts'

const clauses: readonly { readonly title: TextKey; readonly text: TextKey }[] = [
  { title: 'site.terms.decision.title', text: 'site.terms.decision' },
  { title: 'site.terms.removal.title', text: 'site.terms.removal' },
  { title: 'site.terms.data.title', text: 'site.terms.data' },
  { title: 'site.terms.records.title', text: 'site.terms.records' },
  { title: 'site.terms.limits.title', text: 'site.terms.limits' },
]

/** What publishers and people who connect agree to, in plain words. */
export function TermsPage() {
  const { t } = usePageRequest()
  return (
    <Page title={t('site.terms.title')} narrow>
      <PageHeader title={t('site.terms.title')} lead={t('site.terms.lead')} />
      {clauses.map(({ title, text }) => (
        <Section title={t(title)}>
          <p>{t(text)}</p>
        </Section>
      ))}
    </Page>
  )
}
