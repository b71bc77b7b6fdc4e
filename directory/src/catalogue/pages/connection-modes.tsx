import type { Child } from 'hono/jsx'
import { Badge, Card, Cluster, CodeBlock, Details, Section, Stack, usePageRequest } from '../../web/index.ts'
import type { ModeFacts } from '../connection-modes.ts'
import type { ConnectorProps } from './connector.tsx'
import { ClientSnippets } from './client-snippets.tsx'

/** The three ways from a client to the connector, what each needs, and what to paste. */
export function ConnectionModes({ listing, version, endpoint, modes }: ConnectorProps) {
  const { t, site } = usePageRequest()
  const server = new URL(version.serverUrl)
  const what = {
    broker: <ClientSnippets id="broker" name={listing.slug} endpoint={endpoint} />,
    browser: <CodeBlock code={server.href} title={t('modes.server')} wrap />,
    local: <ClientSnippets id="local" name={listing.slug} endpoint={server} />,
  } as const
  const parameters = { instance: site.instanceName, host: server.host, origin: site.publicUrl.origin }
  return (
    <Section title={t('modes.title')} lead={t('modes.lead', parameters)} id="use">
      <Stack gap="tight">
        {modes.map((facts) =>
          facts.mode === 'broker' ? (
            <Card title={<Title facts={facts} />}>
              <p class="muted">{t('modes.broker.works', parameters)}</p>
              {what.broker}
            </Card>
          ) : (
            <Way facts={facts} sentence={t(sentenceOf(facts), parameters)}>
              {what[facts.mode]}
            </Way>
          ),
        )}
      </Stack>
    </Section>
  )
}

function sentenceOf(facts: Exclude<ModeFacts, { mode: 'broker' }>) {
  return facts.mode === 'local'
    ? (`modes.local.${facts.state}` as const)
    : (`modes.browser.${facts.state}` as const)
}

function Title({ facts: { mode, state, works } }: { readonly facts: ModeFacts }) {
  const { t, site } = usePageRequest()
  return (
    <Cluster>
      <span>{t(`modes.${mode}`, { instance: site.instanceName })}</span>
      {works ? (
        <Badge kind="good">{t('modes.works')}</Badge>
      ) : (
        <Badge>{t(state === 'not-measured' ? 'modes.not-measured' : 'modes.closed')}</Badge>
      )}
    </Cluster>
  )
}

/** Directly at the server: behind a line, for most people go through the directory. */
function Way({
  facts,
  sentence,
  children,
}: {
  readonly facts: ModeFacts
  readonly sentence: string
  readonly children: Child
}) {
  const { t } = usePageRequest()
  const closed = facts.state === 'static-client' || facts.state === 'address-filter'
  return (
    <Details summary={<Title facts={facts} />}>
      <p>{sentence}</p>
      {closed ? null : (
        <>
          <p class="muted">{t(`modes.${facts.mode === 'local' ? 'local' : 'browser'}.needs`)}</p>
          {children}
        </>
      )}
    </Details>
  )
}
