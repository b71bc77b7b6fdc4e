import type { Viewer } from '../../kernel/index.ts'
import { Actions, Badge, Button, Callout, Card, DefinitionList, FormToken, href } from '../../web/index.ts'
import { Page, PageHeader, paths, usePageRequest, Stack } from '../../web/index.ts'
import type { ConsentRequest } from '../consent.ts'

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** Where the answer goes, as people can judge it: a host, this computer, or an app's own scheme. */
function RedirectTarget({ redirect }: { readonly redirect: URL }) {
  const { t } = usePageRequest()
  const isWeb = redirect.protocol === 'https:' || redirect.protocol === 'http:'
  if (!isWeb) return <>{t('authorization.consent.to-app', { scheme: redirect.protocol })}</>
  if (loopback.includes(redirect.hostname)) {
    return <>{t('authorization.consent.to-computer', { host: redirect.host })}</>
  }
  return <code>{redirect.host}</code>
}

function Identity({ consent }: { readonly consent: ConsentRequest }) {
  const { t } = usePageRequest()
  if (consent.identity.kind === 'document') {
    return (
      <>
        <code>{consent.identity.host}</code> <Badge kind="good">{t('authorization.consent.document')}</Badge>
      </>
    )
  }
  return (
    <>
      {consent.clientName} <Badge kind="warn">{t('authorization.consent.own-word')}</Badge>
    </>
  )
}

function Wishes({ scopes, everything }: Pick<ConsentRequest, 'scopes' | 'everything'>) {
  const { t } = usePageRequest()
  return (
    <ul>
      <li>{t(everything ? 'authorization.scope.everything' : 'authorization.scope.mcp')}</li>
      {scopes.includes('offline_access') ? <li>{t('authorization.scope.offline_access')}</li> : null}
    </ul>
  )
}

export function ConsentPage({
  consent,
  viewer,
}: {
  readonly consent: ConsentRequest
  readonly viewer: Viewer
}) {
  const { t, language } = usePageRequest()
  const endpoint = consent.everything ? t('authorization.everything') : consent.endpointName
  const names = { client: consent.clientName, endpoint }
  return (
    <Page title={t('authorization.consent.title')} narrow>
      <PageHeader
        eyebrow={t('authorization.consent.title')}
        title={t('authorization.consent.question', names)}
        lead={t('authorization.consent.lead', { name: viewer.name, email: viewer.email })}
      />
      <Stack>
        <Card>
          <Stack>
            <DefinitionList
              items={[
                { term: t('authorization.consent.client'), value: <Identity consent={consent} /> },
                {
                  term: t('authorization.consent.endpoint'),
                  value: (
                    <>
                      {endpoint}
                      <br />
                      <code>{consent.endpoint}</code>
                    </>
                  ),
                },
                { term: t('authorization.consent.may'), value: <Wishes {...consent} /> },
                {
                  term: t('authorization.consent.redirect'),
                  value: <RedirectTarget redirect={consent.redirect} />,
                },
              ]}
            />
            <form method="post" action={href(language, `/authorize/${consent.uid}`)}>
              <FormToken />
              <Actions>
                <Button name="answer" value="allow">
                  {t('authorization.consent.allow')}
                </Button>
                <Button name="answer" value="deny" kind="secondary">
                  {t('authorization.consent.deny')}
                </Button>
              </Actions>
            </form>
          </Stack>
        </Card>
        <Callout>
          <p>{t('authorization.consent.note')}</p>
          <p>
            <a href={href(language, paths.account)}>{t('authorization.consent.not-you')}</a>
          </p>
        </Callout>
      </Stack>
    </Page>
  )
}
