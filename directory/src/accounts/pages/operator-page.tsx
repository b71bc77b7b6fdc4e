import { Actions, Button, Callout, Card, FormToken, href, LinkButton } from '../../web/index.ts'
import { Page, PageHeader, paths, usePageRequest, Stack } from '../../web/index.ts'

/** `path` is this page's own path; the form goes there. */
export function OperatorPage({ path, stands }: { readonly path: string; readonly stands: boolean }) {
  const { t, language, viewer } = usePageRequest()
  const next = encodeURIComponent(href(language, path))
  if (!stands) {
    return (
      <Page title={t('accounts.operator.title')} narrow>
        <PageHeader title={t('accounts.operator.gone')} />
        <Callout kind="warn">
          <p>{t('accounts.operator.gone-do')}</p>
        </Callout>
      </Page>
    )
  }
  return (
    <Page title={t('accounts.operator.title')} narrow>
      <PageHeader title={t('accounts.operator.title')} lead={t('accounts.operator.lead')} />
      <Card>
        {viewer === null ? (
          <Stack>
            <p>{t('accounts.operator.sign-in-first')}</p>
            <Actions>
              <LinkButton href={`${href(language, paths.signUp)}?next=${next}`}>
                {t('accounts.sign-up.do')}
              </LinkButton>
              <LinkButton kind="secondary" href={`${href(language, paths.signIn)}?next=${next}`}>
                {t('accounts.sign-in.do')}
              </LinkButton>
            </Actions>
          </Stack>
        ) : (
          <form class="stack" method="post" action={href(language, path)}>
            <FormToken />
            <p>{t('accounts.operator.as', { name: viewer.name, email: viewer.email })}</p>
            <Actions>
              <Button>{t('accounts.operator.do')}</Button>
            </Actions>
          </form>
        )}
      </Card>
    </Page>
  )
}
