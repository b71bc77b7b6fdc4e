import { Details, Stack, usePageRequest } from '../../web/index.ts'
import { compareVersions, mostFields, type Compared } from '../compare-versions.ts'
import { FieldChanges } from './field-changes.tsx'

/** What a later version or revision changes: texts, and each value of each tool. `title` names the comparison. */
export function VersionChanges({
  before,
  after,
  title,
}: {
  readonly before: Compared
  readonly after: Compared
  readonly title: string
}) {
  const { t } = usePageRequest()
  const { fields, addedTools, removedTools, changedTools } = compareVersions(before, after)
  const changes = fields.length + addedTools.length + removedTools.length + changedTools.length
  if (changes === 0) return <p>{t('catalogue.changes.none')}</p>
  return (
    <Stack gap="tight">
      {addedTools.length === 0 ? null : (
        <p>{t('catalogue.changes.added', { tools: addedTools.join(', ') })}</p>
      )}
      {removedTools.length === 0 ? null : (
        <p>{t('catalogue.changes.removed', { tools: removedTools.join(', ') })}</p>
      )}
      {fields.length === 0 ? null : (
        <FieldChanges
          caption={title}
          changes={fields.map(({ field, ...change }) => ({ path: field, ...change }))}
        />
      )}
      {changedTools.map((tool) => {
        const name = t('catalogue.changes.changed', { tool: tool.name })
        return (
          <Details summary={name}>
            <FieldChanges caption={name} changes={tool.fields} />
            {tool.fields.length < mostFields ? null : (
              <p class="muted">{t('catalogue.changes.more', { most: mostFields })}</p>
            )}
          </Details>
        )
      })}
    </Stack>
  )
}
