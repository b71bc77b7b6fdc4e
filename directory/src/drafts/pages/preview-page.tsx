import { ConnectorPreview, type ListingPreview } from '../../catalogue/index.ts'
import { Callout, href, LinkButton, PageHeader, Stack, usePageRequest } from '../../web/index.ts'
import type { Shown } from './shown.ts'
import { DraftFrame } from './step-page.tsx'
import { stepPath } from './steps-nav.tsx'

/** The listing as it will look. */
export function PreviewPage({ shown, version }: { readonly shown: Shown; readonly version: ListingPreview }) {
  const { t, language } = usePageRequest()
  const title = t('drafts.preview')
  return (
    <DraftFrame shown={shown} title={title}>
      <PageHeader
        title={title}
        actions={
          <LinkButton href={href(language, stepPath(shown.draft, 'review'))} kind="secondary">
            {t('drafts.preview.back')}
          </LinkButton>
        }
      />
      <Stack gap="wide">
        <Callout>
          <p>{t('drafts.preview.lead')}</p>
        </Callout>
        <ConnectorPreview version={version} />
      </Stack>
    </DraftFrame>
  )
}
