import { DiffBlock, Section, Stack, usePageRequest } from '../../web/index.ts'
import type { ConsoleProps } from './console.tsx'

/** What the publisher's pages say otherwise than when the listed version was checked. */
export function Documents({ before, documents }: ConsoleProps) {
  const { t } = usePageRequest()
  if (before === undefined) return null
  return (
    <Section title={t('updates.documents', { version: String(before.version) })}>
      {documents.length === 0 ? <p>{t('updates.documents.none')}</p> : null}
      <Stack gap="tight">
        {documents.map(({ url, patch, cut }) =>
          patch === undefined ? (
            <p>{t('updates.documents.unread', { url })}</p>
          ) : (
            <>
              <DiffBlock patch={patch} title={url} />
              {cut ? <p class="muted small">{t('updates.documents.cut')}</p> : null}
            </>
          ),
        )}
      </Stack>
    </Section>
  )
}
