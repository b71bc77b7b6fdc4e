import {
  Actions,
  Breadcrumbs,
  Button,
  Card,
  FormToken,
  href,
  Page,
  PageHeader,
  paths,
  Stack,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { InboxNotice } from '../model.ts'
import { say } from '../words.ts'
import { NoticeBody } from './notice-parts.tsx'

/** One notice. Who opens it has read it. */
export function NoticePage({ notice }: { readonly notice: InboxNotice }) {
  const { t, language } = usePageRequest()
  const up = [{ label: t('notices.title'), href: href(language, paths.inbox) }]
  return (
    <Page title={say(t, notice.what)} before={<Breadcrumbs items={up} />} narrow>
      <PageHeader title={say(t, notice.what)} lead={<Time at={notice.at} />} />
      <Stack>
        <Card>
          <NoticeBody notice={notice} />
        </Card>
        <form method="post" action={href(language, `${paths.inbox}/${notice.id}/unread`)}>
          <FormToken />
          <Actions>
            <Button kind="quiet" small>
              {t('notices.mark-unread')}
            </Button>
          </Actions>
        </form>
      </Stack>
    </Page>
  )
}
