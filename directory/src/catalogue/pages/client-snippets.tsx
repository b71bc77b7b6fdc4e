import { CodeBlock, Stack, TabSet, usePageRequest } from '../../web/index.ts'
import { clientSnippets, type Snippet } from '../client-snippets.ts'

/** What to paste into common clients; one of them is open. `id` tells several of one page apart. */
export function ClientSnippets({
  id,
  name,
  endpoint,
}: {
  readonly id: string
  readonly name: string
  readonly endpoint: URL
}) {
  const { t } = usePageRequest()
  return (
    <TabSet
      name={`clients-${id}`}
      label={t('modes.clients')}
      tabs={clientSnippets(name, endpoint).map((snippet) => ({
        label: t(`modes.client.${snippet.client}`),
        content: <OneClient snippet={snippet} />,
      }))}
    />
  )
}

function OneClient({ snippet: { client, codes } }: { readonly snippet: Snippet }) {
  const { t } = usePageRequest()
  return (
    <Stack gap="tight">
      <p class="muted small">{t(`modes.client.${client}.do`)}</p>
      {codes.map(({ kind, code }) => (
        <CodeBlock code={code} title={t(`modes.code.${kind}`)} wrap />
      ))}
    </Stack>
  )
}
