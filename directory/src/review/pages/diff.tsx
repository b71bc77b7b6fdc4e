import type { RevisionFacts, Tool } from '../../catalogue/index.ts'
import { CodeBlock, Details, Section, Stack, Table, usePageRequest } from '../../web/index.ts'
import { diffRevisions, type Earlier, type FieldChange, type RevisionDiff } from '../revision-diff.ts'

/** What is new against the version that is listed, or against the revision that was decided on before. */
export function Diff({
  before,
  since,
  number,
  after,
}: {
  readonly before: Earlier
  readonly since: 'version' | 'revision'
  readonly number: number
  readonly after: { readonly revision: RevisionFacts; readonly tools: readonly Tool[] }
}) {
  const { t } = usePageRequest()
  const diff = diffRevisions(before, after)
  const { fields, addedTools, removedTools, changedTools } = diff
  const changes = fields.length + addedTools.length + removedTools.length + changedTools.length
  const version = String(number)
  const title = t(since === 'version' ? 'review.console.diff' : 'review.console.diff.revision', { version })
  return (
    <Section title={title}>
      {changes === 0 ? <p>{t('review.console.diff.none')}</p> : <Changes diff={diff} title={title} />}
    </Section>
  )
}

function Changes({ diff, title }: { readonly diff: RevisionDiff; readonly title: string }) {
  const { t } = usePageRequest()
  const { fields, addedTools, removedTools, changedTools } = diff
  return (
    <Stack gap="tight">
      {addedTools.length === 0 ? null : (
        <p>{t('review.console.diff.added', { tools: addedTools.join(', ') })}</p>
      )}
      {removedTools.length === 0 ? null : (
        <p>{t('review.console.diff.removed', { tools: removedTools.join(', ') })}</p>
      )}
      {fields.length === 0 ? null : (
        <Table<FieldChange>
          caption={title}
          captionHidden
          rows={fields}
          columns={[
            { title: t('review.console.diff.field'), cell: ({ field }) => <code>{field}</code> },
            { title: t('review.console.diff.before'), cell: (change) => change.before },
            { title: t('review.console.diff.after'), cell: (change) => change.after },
          ]}
        />
      )}
      {changedTools.map((tool) => (
        <Details summary={t('review.console.diff.changed', { tool: tool.name })}>
          <CodeBlock
            code={JSON.stringify(tool.before, null, 2)}
            title={`${t('review.console.diff.before')}: ${tool.name}`}
            wrap
          />
          <CodeBlock
            code={JSON.stringify(tool.after, null, 2)}
            title={`${t('review.console.diff.after')}: ${tool.name}`}
            wrap
          />
        </Details>
      ))}
    </Stack>
  )
}
