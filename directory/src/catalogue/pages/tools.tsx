import { Card, Cluster, Details, HintBadges, Section, Stack, Table, usePageRequest } from '../../web/index.ts'
import { hintsOf, titleOf } from '../hints.ts'
import type { Tool } from '../model.ts'
import { parametersOf, type Parameter } from '../parameters.ts'

/** Every tool as the server described it. Its words are a stranger's: shown as text, never as markup. */
export function Tools({ tools }: { readonly tools: readonly Tool[] }) {
  const { t } = usePageRequest()
  return (
    <Section
      id="tools"
      title={
        <>
          {t('catalogue.connector.tools')} <span class="muted">{tools.length}</span>
        </>
      }
      lead={tools.length === 0 ? t('catalogue.connector.no-tools') : t('catalogue.connector.tools.lead')}
    >
      <Stack gap="tight">
        {tools.map((tool) => (
          <ToolCard tool={tool} />
        ))}
      </Stack>
    </Section>
  )
}

function ToolCard({ tool }: { readonly tool: Tool }) {
  const { t } = usePageRequest()
  const title = titleOf(tool)
  return (
    <Card title={<code>{tool.name}</code>}>
      <Cluster>
        {title === null || title === tool.name ? null : <strong>{title}</strong>}
        <HintBadges hints={hintsOf(tool.annotations)} />
      </Cluster>
      <p class={tool.description === null ? 'muted' : undefined}>
        {tool.description ?? t('catalogue.connector.no-description')}
      </p>
      <Parameters tool={tool} />
    </Card>
  )
}

function Parameters({ tool }: { readonly tool: Tool }) {
  const { t } = usePageRequest()
  const parameters = parametersOf(tool.inputSchema)
  if (parameters.length === 0) return <p class="muted small">{t('catalogue.connector.no-parameters')}</p>
  return (
    <Details summary={t('catalogue.connector.parameters', { count: parameters.length })}>
      <Table<Parameter>
        caption={t('catalogue.connector.parameters-of', { tool: tool.name })}
        captionHidden
        rows={parameters}
        columns={[
          { title: t('catalogue.connector.parameter'), cell: (parameter) => <Name parameter={parameter} /> },
          {
            title: t('catalogue.connector.type'),
            cell: ({ type }) => (type === '' ? '–' : <code>{type}</code>),
          },
          { title: t('catalogue.connector.meaning'), cell: ({ description }) => description || '–' },
        ]}
      />
    </Details>
  )
}

function Name({ parameter: { name, required } }: { readonly parameter: Parameter }) {
  const { t } = usePageRequest()
  return (
    <>
      <code>{name}</code>
      {required ? <span class="muted small"> {t('catalogue.connector.required')}</span> : null}
    </>
  )
}
