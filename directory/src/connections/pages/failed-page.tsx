import {
  Actions,
  Callout,
  DefinitionList,
  href,
  LinkButton,
  Page,
  PageHeader,
  paths,
  Stack,
  usePageRequest,
} from '../../web/index.ts'
import { connectPath } from '../addresses.ts'
import type { ConnectOutcome } from '../model.ts'

/** Why a sign-in came to nothing, and the reference under which it can be looked up. */
export function FailedPage({
  failure,
  reference,
  slug,
}: Pick<Extract<ConnectOutcome, { kind: 'failed' }>, 'failure' | 'reference' | 'slug'>) {
  const { t, language } = usePageRequest()
  return (
    <Page title={t('connections.failed-title')} narrow>
      <PageHeader title={t('connections.failed-title')} lead={t('connections.failed-nothing')} />
      <Stack>
        <Callout kind="bad">
          <p>{t(`connections.failure.${failure.code}`, failure.parameters)}</p>
        </Callout>
        {reference === undefined ? null : (
          <>
            <DefinitionList
              items={[{ term: t('connections.failed-reference'), value: <code>{reference}</code> }]}
            />
            <p class="muted">{t('connections.failed-reference-hint')}</p>
          </>
        )}
        <Actions>
          <LinkButton href={href(language, slug === undefined ? paths.connections : connectPath(slug))}>
            {t('connections.failed-again')}
          </LinkButton>
          {reference === undefined ? null : (
            <LinkButton href={href(language, `${paths.connections}/trace/${reference}`)} kind="secondary">
              {t('connections.failed-trace')}
            </LinkButton>
          )}
        </Actions>
      </Stack>
    </Page>
  )
}
