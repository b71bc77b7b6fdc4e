import {
  Actions,
  Button,
  FormToken,
  href,
  LinkButton,
  Page,
  PageHeader,
  paths,
  Stack,
  usePageRequest,
} from '../../web/index.ts'
import type { CustomConnector } from '../model.ts'

export function RemovePage({ connector }: { readonly connector: CustomConnector }) {
  const { t, language } = usePageRequest()
  const { name, slug, shared } = connector
  const own = href(language, `${paths.custom}/${slug}`)
  const title = t('custom.remove.title', { name })
  return (
    <Page title={title} narrow>
      <PageHeader title={title} />
      <Stack>
        <p>{t(shared ? 'custom.remove.shared' : 'custom.remove.own')}</p>
        <p>{t('connections.disconnect-left-tokens', { name })}</p>
        <form method="post" action={`${own}/remove`}>
          <FormToken />
          <Actions>
            <Button kind="danger">{t('custom.remove.do')}</Button>
            <LinkButton href={own} kind="quiet">
              {t('custom.remove.keep')}
            </LinkButton>
          </Actions>
        </form>
      </Stack>
    </Page>
  )
}
