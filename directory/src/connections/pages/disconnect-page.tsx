import {
  Actions,
  Button,
  FormToken,
  href,
  LinkButton,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  usePageRequest,
} from '../../web/index.ts'
import type { ShownConnection } from './shown-connection.ts'

/** Asks once more, and says what deleting cannot reach. */
export function DisconnectPage({
  shown,
  revokes,
}: {
  readonly shown: ShownConnection
  readonly revokes: boolean
}) {
  const { t, language } = usePageRequest()
  const { connection, name } = shown
  const title = t('connections.disconnect-title', { name })
  return (
    <Page title={title} narrow>
      <PageHeader title={title} lead={t('connections.disconnect-deleted')} />
      <Stack>
        {connection.issuer === '' ? null : (
          <Section title={t('connections.disconnect-left')}>
            <ul>
              <li>
                {t(revokes ? 'connections.disconnect-revokes' : 'connections.disconnect-left-tokens', {
                  name,
                })}
              </li>
              <li>{t('connections.disconnect-left-cookies', { name })}</li>
              <li>{t('connections.disconnect-left-backups')}</li>
            </ul>
          </Section>
        )}
        <form method="post" action={href(language, `${paths.connections}/${connection.id}/disconnect`)}>
          <FormToken />
          <Actions>
            <Button kind="danger">{t('connections.disconnect')}</Button>
            <LinkButton href={href(language, paths.connections)} kind="quiet">
              {t('connections.disconnect-keep')}
            </LinkButton>
          </Actions>
        </form>
      </Stack>
    </Page>
  )
}
