import { Time, usePageRequest } from '../../web/index.ts'
import type { PastEvent } from '../submissions.ts'

/** What publisher and reviewers have written to each other, the oldest first; nothing can be changed or taken back. */
export function Thread({
  past,
  side,
}: {
  readonly past: readonly PastEvent[]
  /** Who reads. */
  readonly side: 'publisher' | 'reviewer'
}) {
  const { t } = usePageRequest()
  const messages = past.flatMap(({ event, at }) => (event.name === 'replied' ? [{ ...event, at }] : []))
  if (messages.length === 0) return <p class="muted">{t('submissions.thread.none')}</p>
  return (
    <ol class="thread">
      {messages.map(({ from, text, at }) => (
        <li class={from === side ? 'thread-own' : undefined}>
          <div class="muted small">
            {t(from === side ? 'submissions.thread.you' : `submissions.thread.${from}`)} · <Time at={at} />
          </div>
          {text.split('\n').map((line) => (
            <p>{line}</p>
          ))}
        </li>
      ))}
    </ol>
  )
}
