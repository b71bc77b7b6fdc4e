import {
  Actions,
  Badge,
  Button,
  Cluster,
  EmptyState,
  FormToken,
  href,
  LinkButton,
  Page,
  PageHeader,
  Pagination,
  paths,
  Stack,
  Tabs,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { InboxPage as Found } from '../create-notices.ts'
import type { InboxNotice } from '../model.ts'
import { say } from '../words.ts'
import { NoticeBody } from './notice-parts.tsx'

interface InboxPageProps {
  readonly page: Found
  readonly unreadOnly: boolean
}

export function InboxPage({ page, unreadOnly }: InboxPageProps) {
  const { t, language, unread } = usePageRequest()
  const address = (query: string) => href(language, `${paths.inbox}${query}`)
  const shown = unreadOnly ? '&show=unread' : ''
  return (
    <Page title={t('notices.title')} narrow>
      <PageHeader
        title={t('notices.title')}
        lead={t('notices.lead')}
        actions={
          <LinkButton href={href(language, paths.noticeSettings)} kind="secondary">
            {t('notices.settings.open')}
          </LinkButton>
        }
      />
      <Stack>
        <Tabs
          label={t('notices.show')}
          tabs={[
            { label: t('notices.show.all'), href: address(''), current: !unreadOnly },
            {
              label: t('notices.show.unread'),
              href: address('?show=unread'),
              current: unreadOnly,
              count: unread,
            },
          ]}
        />
        {page.notices.length === 0 ? (
          <EmptyState title={t(unreadOnly ? 'notices.none-unread' : 'notices.none')}>
            <p>{t('notices.none.when')}</p>
          </EmptyState>
        ) : (
          <>
            {unread > 0 ? <AllRead newest={page.notices[0]} /> : null}
            {page.notices.map((notice) => (
              <Item notice={notice} />
            ))}
          </>
        )}
        <Pagination next={page.next === undefined ? undefined : address(`?before=${page.next}${shown}`)} />
      </Stack>
    </Page>
  )
}

function AllRead({ newest }: { readonly newest: InboxNotice | undefined }) {
  const { t, language } = usePageRequest()
  return (
    <form method="post" action={href(language, `${paths.inbox}/read`)}>
      <FormToken />
      <input type="hidden" name="until" value={newest?.id ?? ''} />
      <Actions>
        <Button kind="secondary" small>
          {t('notices.mark-all')}
        </Button>
      </Actions>
    </form>
  )
}

function Item({ notice }: { readonly notice: InboxNotice }) {
  const { t, language } = usePageRequest()
  const own = `${paths.inbox}/${notice.id}`
  return (
    <article class={notice.read ? 'card notice' : 'card notice notice-unread'}>
      <h2 class="notice-title">
        <a href={href(language, own)}>{say(t, notice.what)}</a>
      </h2>
      <Cluster>
        {notice.read ? null : <Badge kind="info">{t('notices.new')}</Badge>}
        <span class="muted small">
          <Time at={notice.at} />
        </span>
      </Cluster>
      <NoticeBody notice={notice}>
        <form method="post" action={href(language, `${own}/${notice.read ? 'unread' : 'read'}`)}>
          <FormToken />
          <Button kind="quiet" small>
            {t(notice.read ? 'notices.mark-unread' : 'notices.mark-read')}
          </Button>
        </form>
      </NoticeBody>
    </article>
  )
}
