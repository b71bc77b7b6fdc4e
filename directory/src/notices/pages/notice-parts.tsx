import type { PropsWithChildren } from 'hono/jsx'
import { href, LinkButton, Time, usePageRequest } from '../../web/index.ts'
import type { Notice } from '../model.ts'
import { say } from '../words.ts'

/** Why, whose words, what to do, by when, and where. */
export function NoticeBody({ notice, children }: PropsWithChildren<{ readonly notice: Notice }>) {
  const { t, language } = usePageRequest()
  return (
    <div class="notice-body">
      <p>{say(t, notice.why)}</p>
      {notice.quote === null ? null : <blockquote class="notice-quote">{notice.quote}</blockquote>}
      <p>
        <strong>{t('notices.do')}</strong> {say(t, notice.whatToDo)}
      </p>
      {notice.by === null ? null : (
        <p>
          <strong>{t('notices.by')}</strong> <Time at={notice.by} />
        </p>
      )}
      <div class="actions">
        <LinkButton href={href(language, notice.link)} small>
          {t('notices.open')}
        </LinkButton>
        {children}
      </div>
    </div>
  )
}
