import {
  Actions,
  Callout,
  CodeBlock,
  href,
  LinkButton,
  Page,
  PageHeader,
  paths,
  Sentence,
  Stack,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { ShownConnection } from './shown-connection.ts'

/** One command that lists the connector's tools. */
function tryCommand(endpoint: URL, token: string): string {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
  }
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: { _meta: meta } })
  return [
    `curl ${endpoint.href}`,
    `-H 'authorization: Bearer ${token}'`,
    `-H 'content-type: application/json'`,
    `-H 'accept: application/json, text/event-stream'`,
    `-H 'mcp-protocol-version: 2026-07-28'`,
    `-H 'mcp-method: tools/list'`,
    `-d '${body}'`,
  ].join(' \\\n  ')
}

/** The only time that a token is shown. */
export function TokenPage({
  shown,
  token,
  expiresAt,
}: {
  readonly shown: ShownConnection
  readonly token: string
  readonly expiresAt: Date
}) {
  const { t, language } = usePageRequest()
  const title = t('connections.token-title', { name: shown.name })
  return (
    <Page title={title} narrow>
      <PageHeader title={title} lead={t('connections.token-hint')} />
      <Stack>
        <Callout kind="warn">
          <p>
            <Sentence text="connections.token-once" parts={{ time: <Time at={expiresAt} /> }} />
          </p>
        </Callout>
        <CodeBlock title={t('connections.token-value')} code={token} wrap />
        <CodeBlock title={t('connections.token-try')} code={tryCommand(shown.endpoint, token)} />
        <Actions>
          <LinkButton href={href(language, paths.connections)} kind="secondary">
            {t('connections.title')}
          </LinkButton>
        </Actions>
      </Stack>
    </Page>
  )
}
