import {
  Breadcrumbs,
  Button,
  Card,
  FormToken,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { Delivery } from '../channels.ts'
import type { InboxNotice } from '../model.ts'
import { say } from '../words.ts'
import { DeliveryItem } from './delivery-parts.tsx'
import { NoticeBody } from './notice-parts.tsx'

/** One notice. Who opens it has read it. */
export function NoticePage({
  notice,
  deliveries,
}: {
  readonly notice: InboxNotice
  readonly deliveries: readonly Delivery[]
}) {
  const { t, language } = usePageRequest()
  const up = [{ label: t('notices.title'), href: href(language, paths.inbox) }]
  return (
    <Page title={say(t, notice.what)} before={<Breadcrumbs items={up} />} narrow>
      <PageHeader title={say(t, notice.what)} lead={<Time at={notice.at} />} />
      <Stack>
        <Card>
          <NoticeBody notice={notice}>
            <form method="post" action={href(language, `${paths.inbox}/${notice.id}/unread`)}>
              <FormToken />
              <Button kind="quiet" small>
                {t('notices.mark-unread')}
              </Button>
            </form>
          </NoticeBody>
        </Card>
      </Stack>
      {deliveries.length === 0 ? null : (
        <Section title={t('notices.deliveries')}>
          <ul class="notice-deliveries">
            {deliveries.map((delivery) => (
              <DeliveryItem delivery={delivery} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
