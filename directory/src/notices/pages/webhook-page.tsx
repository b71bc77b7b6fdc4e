import {
  Breadcrumbs,
  Button,
  Callout,
  Card,
  Cluster,
  CodeBlock,
  DefinitionList,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { Delivery, Webhook } from '../channels.ts'
import { DeliveryItem, WebhookState } from './delivery-parts.tsx'
import { SettingForm } from './settings-page.tsx'

interface WebhookPageProps {
  readonly webhook: Webhook & { readonly deliveries: readonly Delivery[] }
  /** Shown on request only. */
  readonly secret?: string
}

export function WebhookPage({ webhook, secret }: WebhookPageProps) {
  const { t, language } = usePageRequest()
  const up = [{ label: t('notices.settings'), href: href(language, `${paths.noticeSettings}#webhooks`) }]
  return (
    <Page title={t('notices.webhook')} before={<Breadcrumbs items={up} />} narrow>
      <PageHeader title={t('notices.webhook')} lead={webhook.url} />
      <Stack>
        {webhook.state === 'on' ? null : (
          <Callout kind="warn">
            <p>{t(`notices.webhook-off.${webhook.state}`, { host: new URL(webhook.url).host })}</p>
          </Callout>
        )}
        <Card>
          <DefinitionList
            items={[
              { term: t('notices.webhook.state'), value: <WebhookState state={webhook.state} /> },
              { term: t('notices.language'), value: t(`notices.language.${webhook.language}`) },
              {
                term: t('notices.webhook.good'),
                value: webhook.goodAt === null ? t('notices.webhook.never') : <Time at={webhook.goodAt} />,
              },
            ]}
          />
          {secret === undefined ? null : <CodeBlock code={secret} title={t('notices.webhook.secret')} wrap />}
          <Buttons webhook={webhook} />
          <p class="muted small">{t('notices.webhook.rotate.hint')}</p>
        </Card>
      </Stack>
      <Section title={t('notices.deliveries')}>
        {webhook.deliveries.length === 0 ? (
          <p class="muted">{t('notices.deliveries.none')}</p>
        ) : (
          <ul class="notice-deliveries">
            {webhook.deliveries.map((delivery) => (
              <DeliveryItem delivery={delivery} named />
            ))}
          </ul>
        )}
      </Section>
    </Page>
  )
}

function Buttons({ webhook: { id, state } }: { readonly webhook: Webhook }) {
  const { t } = usePageRequest()
  const verbs = [...(state === 'on' ? [] : (['on'] as const)), 'test', 'secret', 'rotate', 'remove'] as const
  return (
    <Cluster>
      {verbs.map((verb) => (
        <SettingForm to={`/webhooks/${id}/${verb}`}>
          <Button kind={verb === 'on' ? 'primary' : verb === 'remove' ? 'danger' : 'secondary'} small>
            {t(`notices.webhook.do.${verb}`)}
          </Button>
        </SettingForm>
      ))}
    </Cluster>
  )
}
