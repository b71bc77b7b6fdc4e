import { Actions, href, LinkButton, Page, PageHeader, paths, usePageRequest, Stack } from '../../web/index.ts'
import type { TextKey } from '../../web/index.ts'

const sentences: Readonly<Record<string, TextKey>> = {
  invalid_redirect_uri: 'authorization.refused.redirect',
  invalid_client: 'authorization.refused.client',
  invalid_client_metadata: 'authorization.refused.client',
  expired: 'authorization.refused.expired',
}

/** A request that cannot be answered to the app, because the app itself is what is wrong. */
export function RefusedPage({ error }: { readonly error: string }) {
  const { t, language } = usePageRequest()
  return (
    <Page title={t('authorization.refused.title')} narrow>
      <PageHeader
        title={t('authorization.refused.title')}
        lead={t(sentences[error] ?? 'authorization.refused.other')}
      />
      <Stack>
        <p>{t('authorization.refused.do')}</p>
        <Actions>
          <LinkButton href={href(language, paths.home)} kind="secondary">
            {t('shell.to-home')}
          </LinkButton>
        </Actions>
      </Stack>
    </Page>
  )
}
