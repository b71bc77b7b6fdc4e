import { hintsOf, titleOf, type Tool } from '../../catalogue/index.ts'
import { Callout, CodeBlock, Details, HintBadges, Section, Stack, usePageRequest } from '../../web/index.ts'

/** The tools as they would be listed: one line each, everything the server sent behind it. */
export function ToolList({ tools, seen }: { readonly tools: readonly Tool[]; readonly seen: boolean }) {
  const { t } = usePageRequest()
  return (
    <Section
      title={
        <>
          {t('review.console.tools')} <span class="muted">{tools.length}</span>
        </>
      }
    >
      <Stack gap="tight">
        {seen ? null : (
          <Callout kind="warn">
            <p>{t('review.console.tools.unseen')}</p>
          </Callout>
        )}
        {tools.map((tool) => (
          <Details
            summary={
              <span class="cluster">
                <code>{tool.name}</code>
                <HintBadges hints={hintsOf(tool.annotations)} />
              </span>
            }
          >
            {titleOf(tool) === null ? null : <strong>{titleOf(tool)}</strong>}
            <p>{tool.description ?? '–'}</p>
            <CodeBlock code={JSON.stringify(tool, null, 2)} title={tool.name} wrap />
          </Details>
        ))}
      </Stack>
    </Section>
  )
}
