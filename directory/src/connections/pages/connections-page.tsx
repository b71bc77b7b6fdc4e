import {
  Actions,
  Badge,
  Button,
  Callout,
  Card,
  Cluster,
  CopyButton,
  DefinitionList,
  Details,
  EmptyState,
  FormToken,
  href,
  LinkButton,
  Monogram,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  Time,
  usePageRequest,
  type Definition,
} from '../../web/index.ts'
import { ClientSnippets } from '../../catalogue/index.ts'
import { connectPath, levelsPath } from '../addresses.ts'
import { clientsPath } from './clients-page.tsx'
import { headersPath } from './headers-page.tsx'
import { MergedEndpoint } from './merged-endpoint.tsx'
import { tracesPath } from './traces-page.tsx'
import type { ShownConnection } from './shown-connection.ts'

function Facts({ shown }: { readonly shown: ShownConnection }) {
  const { t } = usePageRequest()
  const { connection, endpoint, tools, live } = shown
  const address: Definition = {
    term: t('connections.endpoint'),
    value: (
      <Cluster>
        <code>{endpoint.href}</code>
        <CopyButton text={endpoint.href} />
      </Cluster>
    ),
  }
  const items: Definition[] = [
    ...(live ? [address] : []),
    {
      term: t('connections.login'),
      value: connection.issuer === '' ? t('connections.login.open') : new URL(connection.issuer).host,
    },
    { term: t('connections.connected-since'), value: <Time at={connection.createdAt} /> },
    {
      term: t('connections.last-used'),
      value:
        connection.lastUsedAt === null ? t('connections.never-used') : <Time at={connection.lastUsedAt} />,
    },
  ]
  if (connection.scopes.length > 0) {
    items.push({
      term: t('connections.scopes'),
      value: (
        <Cluster>
          {connection.scopes.map((scope) => (
            <code>{scope}</code>
          ))}
        </Cluster>
      ),
    })
  }
  if (tools.length > 0) {
    items.push({
      term: t('connections.tools'),
      value: (
        <Details summary={t('connections.tools-count', { count: tools.length })}>
          <ul>
            {tools.map((tool) => (
              <li>{tool}</li>
            ))}
          </ul>
        </Details>
      ),
    })
  }
  return <DefinitionList items={items} />
}

function UseIt({ shown }: { readonly shown: ShownConnection }) {
  const { t, language } = usePageRequest()
  const { name, slug, endpoint } = shown
  return (
    <>
      <Details summary={t('connections.snippet')}>
        <Stack>
          <p class="muted">{t('connections.snippet-hint')}</p>
          <ClientSnippets id={slug} name={slug} endpoint={endpoint} />
        </Stack>
      </Details>
      <Details summary={t('connections.token')}>
        <p class="muted">{t('connections.token-hint')}</p>
        <form method="post" action={href(language, `${paths.access}/token`)}>
          <FormToken />
          <input type="hidden" name="name" value={name.slice(0, 80)} />
          <input type="hidden" name="endpoint" value={endpoint.href} />
          <input type="hidden" name="hours" value="24" />
          <Actions>
            <Button kind="secondary" small>
              {t('connections.token-make')}
            </Button>
          </Actions>
        </form>
      </Details>
    </>
  )
}

function Trouble({ shown: { live, trouble, stopped } }: { readonly shown: ShownConnection }) {
  const { t } = usePageRequest()
  if (stopped !== undefined) {
    return (
      <Callout kind="bad" title={t(live ? 'connections.stopped' : 'connections.gone')}>
        <p>{stopped}</p>
      </Callout>
    )
  }
  if (trouble !== undefined) return <Callout kind="warn">{t(`connections.${trouble}`)}</Callout>
  if (live) return null
  return (
    <Callout kind="warn" title={t('connections.gone')}>
      <p>{t('connections.gone.do')}</p>
    </Callout>
  )
}

/** Green is only what can be called now. */
function StateBadge({ shown: { connection, live, stopped } }: { readonly shown: ShownConnection }) {
  const { t } = usePageRequest()
  if (!live) return <Badge kind="bad">{t('connections.state.gone')}</Badge>
  if (stopped !== undefined) return <Badge kind="bad">{t('connections.state.stopped')}</Badge>
  const kind = connection.state === 'connected' ? 'good' : 'warn'
  return <Badge kind={kind}>{t(`connections.state.${connection.state}`)}</Badge>
}

function ConnectionCard({ shown }: { readonly shown: ShownConnection }) {
  const { t, language } = usePageRequest()
  const { connection, name, slug, live, page } = shown
  const dead = connection.state === 'needs-reconnect'
  const usable = live && shown.stopped === undefined
  return (
    <Card
      icon={<Monogram name={name} />}
      title={live ? <a href={href(language, page)}>{name}</a> : name}
      footer={
        <Cluster>
          {dead && usable ? (
            <LinkButton href={href(language, connectPath(slug))} small>
              {t('connections.reconnect')}
            </LinkButton>
          ) : null}
          {live ? (
            <LinkButton href={href(language, levelsPath(slug))} kind="quiet" small>
              {t('levels.link')}
            </LinkButton>
          ) : null}
          {live ? (
            <LinkButton href={href(language, headersPath(slug))} kind="quiet" small>
              {t('connections.headers')}
            </LinkButton>
          ) : null}
          <LinkButton
            href={href(language, `${paths.connections}/${connection.id}/disconnect`)}
            kind="secondary"
            small
          >
            {t('connections.disconnect')}
          </LinkButton>
        </Cluster>
      }
    >
      <Stack>
        <Cluster>
          <StateBadge shown={shown} />
        </Cluster>
        {dead && usable ? <p>{t('connections.reconnect-why')}</p> : null}
        <Trouble shown={shown} />
        <Facts shown={shown} />
        {live ? <UseIt shown={shown} /> : null}
      </Stack>
    </Card>
  )
}

export interface ConnectionsPageProps {
  readonly connections: readonly ShownConnection[]
  /** Where clients call all of them. */
  readonly everything: URL
}

export function ConnectionsPage({ connections, everything }: ConnectionsPageProps) {
  const { t, language, site, viewer } = usePageRequest()
  const browse = <LinkButton href={href(language, paths.connectors)}>{t('connections.browse')}</LinkButton>
  return (
    <Page title={t('connections.title')}>
      <PageHeader
        title={t('connections.title')}
        lead={t('connections.lead', { instance: site.instanceName })}
      />
      {connections.length === 0 ? (
        <EmptyState title={t('connections.none')} action={browse}>
          <p>{t('connections.none.do')}</p>
        </EmptyState>
      ) : (
        <Section title={t('connections.count', { count: connections.length })}>
          <Stack gap="wide">
            {connections.map((shown) => (
              <ConnectionCard shown={shown} />
            ))}
          </Stack>
        </Section>
      )}
      {connections.length === 0 ? null : <MergedEndpoint endpoint={everything} />}
      <Cluster>
        <a href={href(language, paths.custom)}>{t('custom.title')}</a>
        {viewer?.roles.has('operator') === true ? (
          <>
            <a href={href(language, tracesPath)}>{t('connections.traces-title')}</a>
            <a href={href(language, clientsPath)}>{t('clients.title')}</a>
          </>
        ) : null}
      </Cluster>
    </Page>
  )
}
