import {
  Card,
  Cluster,
  CodeBlock,
  CopyButton,
  Details,
  href,
  paths,
  Section,
  Stack,
  usePageRequest,
} from '../../web/index.ts'
import { clientSnippet, commandSnippet } from './client-snippet.ts'

/** What clients call the server; the names of its tools leave room for just this. */
const serverName = 'connectory'

/** Where a client gets the tools of everything that the person has connected. */
export function MergedEndpoint({ endpoint }: { readonly endpoint: URL }) {
  const { t, language } = usePageRequest()
  const forScript = `${href(language, paths.access)}?endpoint=${encodeURIComponent(endpoint.href)}#token`
  return (
    <Section title={t('connections.all')} lead={t('connections.all-lead')}>
      <Card>
        <Stack>
          <Cluster>
            <code>{endpoint.href}</code>
            <CopyButton text={endpoint.href} />
          </Cluster>
          <Details summary={t('connections.snippet.json')}>
            <Stack>
              <CodeBlock title={t('connections.snippet.json')} code={clientSnippet(serverName, endpoint)} />
              <CodeBlock
                title={t('connections.snippet.command')}
                code={commandSnippet(serverName, endpoint)}
                wrap
              />
            </Stack>
          </Details>
          <p>
            <a href={forScript}>{t('connections.all-token')}</a>
          </p>
        </Stack>
      </Card>
    </Section>
  )
}
