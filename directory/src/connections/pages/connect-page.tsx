import type { Endpoint, ListingVersion } from '../../catalogue/index.ts'
import {
  Actions,
  Button,
  Callout,
  Details,
  DefinitionList,
  FormToken,
  HintBadges,
  href,
  LinkButton,
  Page,
  PageHeader,
  Section,
  Stack,
  usePageRequest,
  type Hints,
} from '../../web/index.ts'
import { connectorPage, connectPath } from '../addresses.ts'
import { headersPath } from './headers-page.tsx'

export interface ConnectPageProps {
  readonly endpoint: Endpoint
  readonly version: ListingVersion | undefined
  readonly already: boolean
  /** Where the person went and did not come back from. */
  readonly unanswered: string | undefined
}

function readHints(annotations: unknown): Hints {
  if (typeof annotations !== 'object' || annotations === null) return {}
  const hint = (name: keyof Hints): Hints => {
    const value: unknown = (annotations as Record<string, unknown>)[name]
    return typeof value === 'boolean' ? { [name]: value } : {}
  }
  return { ...hint('readOnlyHint'), ...hint('destructiveHint'), ...hint('openWorldHint') }
}

function Tools({ version }: { readonly version: ListingVersion | undefined }) {
  const { t } = usePageRequest()
  if (version === undefined || version.tools.length === 0) return null
  return (
    <Details summary={`${t('connections.connect-tools')} (${version.tools.length})`}>
      <ul>
        {version.tools.map((tool) => (
          <li>
            {tool.title ?? tool.name} <HintBadges hints={readHints(tool.annotations)} />
          </li>
        ))}
      </ul>
    </Details>
  )
}

function loginText(endpoint: Endpoint) {
  if (endpoint.authType === 'none') return 'connections.connect-open'
  return endpoint.authType === 'oauth' ? 'connections.connect-oauth' : 'connections.connect-unknown'
}

/** What the person should know before the browser leaves for a stranger's page. */
export function ConnectPage({ endpoint, version, already, unanswered }: ConnectPageProps) {
  const { t, language, site } = usePageRequest()
  const { name, slug } = endpoint
  const custom = endpoint.state === 'custom'
  const publisher = version?.publisherName ?? name
  const title = t('connections.connect-title', { name })
  const instance = site.instanceName
  return (
    <Page title={title} narrow>
      <PageHeader
        title={title}
        lead={version === undefined ? undefined : t('connections.connect-lead', { publisher })}
      />
      <Stack>
        {already ? <Callout>{t('connections.connect-again')}</Callout> : null}
        {endpoint.state === 'unlisted' ? (
          <Callout kind="warn">{t('connections.connect-not-listed')}</Callout>
        ) : null}
        {endpoint.state === 'hidden' ? (
          <Callout kind="warn">{t('connections.connect-hidden')}</Callout>
        ) : null}
        <Section title={t('connections.connect-what')}>
          <Stack gap="tight">
            <p>{t(loginText(endpoint))}</p>
            <p>{t('connections.connect-told', { instance })}</p>
          </Stack>
        </Section>
        <DefinitionList
          items={[{ term: t('connections.connect-server'), value: <code>{endpoint.serverUrl}</code> }]}
        />
        <Tools version={version} />
        {custom ? (
          <Callout kind="warn" title={t('custom.unreviewed')}>
            <p>{t('custom.unreviewed.do')}</p>
          </Callout>
        ) : (
          <Callout kind="warn" title={t('connections.connect-community-title', { instance })}>
            <p>{t('connections.connect-community', { publisher })}</p>
          </Callout>
        )}
        <form method="post" action={href(language, connectPath(slug))}>
          <FormToken />
          <Actions>
            <Button>{t('connections.connect-do')}</Button>
            <LinkButton href={href(language, connectorPage(endpoint))} kind="quiet">
              {t('connections.connect-cancel')}
            </LinkButton>
          </Actions>
        </form>
        <p class="muted small">
          <a href={href(language, headersPath(slug))}>{t('connections.connect-headers')}</a>
        </p>
        {unanswered === undefined ? null : <StartOver slug={slug} host={unanswered} />}
      </Stack>
    </Page>
  )
}

/** For a server whose page says that it does not know this directory, and sends nobody back. */
function StartOver({ slug, host }: { readonly slug: string; readonly host: string }) {
  const { t, language } = usePageRequest()
  return (
    <Section title={t('connections.start-over-title', { host })}>
      <form method="post" action={href(language, connectPath(slug))}>
        <Stack>
          <FormToken />
          <input type="hidden" name="start" value="over" />
          <p>{t('connections.start-over-why', { host })}</p>
          <Actions>
            <Button kind="secondary">{t('connections.start-over')}</Button>
          </Actions>
        </Stack>
      </form>
    </Section>
  )
}

/**
 * Between our form and the stranger's sign-in. The response's `Refresh` header goes on by itself. A redirect would
 * not do: Chromium holds the form to `form-action` through every redirect that follows, also those of the stranger.
 */
export function ContinuePage({ to }: { readonly to: URL }) {
  const { t } = usePageRequest()
  const title = t('connections.continue-title', { host: to.host })
  return (
    <Page title={title} narrow>
      <PageHeader title={title} lead={t('connections.continue-lead', { host: to.host })} />
      <Actions>
        <LinkButton href={to.href} rel="noreferrer">
          {t('connections.continue-do', { host: to.host })}
        </LinkButton>
      </Actions>
    </Page>
  )
}
