import { Callout, usePageRequest } from '../../web/index.ts'
import type { ConsoleProps } from './console.tsx'

/** How much of a new version is to be looked at, and why. */
export function Extent({ update, removal, submission }: ConsoleProps) {
  const { t } = usePageRequest()
  if (update === undefined || submission.state.status === 'published') return null
  const version = String(update.shown.version)
  if (removal !== null) {
    return (
      <Callout kind="warn" title={t('updates.extent')}>
        <p>{t('updates.extent.relisting', { by: t(`updates.removed-by.${removal.by}`) })}</p>
        <blockquote class="prose">
          <p>{removal.reason}</p>
        </blockquote>
      </Callout>
    )
  }
  return (
    <Callout title={t('updates.extent')}>
      <p>{t(`updates.extent.${update.extent}`, { version })}</p>
    </Callout>
  )
}
