import { ClientSnippets } from '../../catalogue/index.ts'
import {
  Card,
  Cluster,
  CopyButton,
  Details,
  href,
  paths,
  Section,
  Stack,
  usePageRequest,
} from '../../web/index.ts'

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
          <Details summary={t('modes.clients')}>
            <ClientSnippets id="all" name={serverName} endpoint={endpoint} />
          </Details>
          <p>
            <a href={forScript}>{t('connections.all-token')}</a>
          </p>
        </Stack>
      </Card>
    </Section>
  )
}
