import type { Child } from 'hono/jsx'
import { languages } from '../../kernel/index.ts'
import {
  Actions,
  Breadcrumbs,
  Button,
  Callout,
  CodeBlock,
  ErrorSummary,
  Field,
  FormToken,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  Table,
  usePageRequest,
} from '../../web/index.ts'
import type { Webhook } from '../channels.ts'
import type { MailSettings } from '../mail-address.ts'
import { WebhookState } from './delivery-parts.tsx'

export interface SettingsPageProps {
  readonly email: string
  readonly mail: MailSettings
  /** Undefined for who is no owner of the organisation. */
  readonly owned: { readonly webhooks: readonly Webhook[]; readonly feed: URL | undefined } | undefined
  readonly sent: { readonly address?: string; readonly url?: string }
  readonly errors: Readonly<Record<string, string>>
}

/** Which channels notices take beside the inbox. */
export function SettingsPage(props: SettingsPageProps) {
  const { t, language } = usePageRequest()
  const up = [{ label: t('notices.title'), href: href(language, paths.inbox) }]
  return (
    <Page title={t('notices.settings')} before={<Breadcrumbs items={up} />} narrow>
      <PageHeader title={t('notices.settings')} lead={t('notices.settings.lead')} />
      <ErrorSummary errors={props.errors} />
      <Section title={t('notices.mail')} lead={t('notices.mail.lead')} id="mail">
        {props.mail.available ? (
          <MailSettingsForms {...props} />
        ) : (
          <Callout kind="info">
            <p>{t('notices.mail.none')}</p>
          </Callout>
        )}
      </Section>
      {props.owned === undefined ? null : (
        <>
          <Section title={t('notices.webhooks')} lead={t('notices.webhooks.lead')} id="webhooks">
            <Webhooks webhooks={props.owned.webhooks} url={props.sent.url} error={props.errors['url']} />
          </Section>
          <Section title={t('notices.feed')} lead={t('notices.feed.lead')} id="feed">
            <FeedForms feed={props.owned.feed} />
          </Section>
        </>
      )}
    </Page>
  )
}

/** A form of one of the settings. */
export function SettingForm({ to, children }: { readonly to: string; readonly children: Child }) {
  const { language } = usePageRequest()
  return (
    <form method="post" action={href(language, `${paths.noticeSettings}${to}`)}>
      <Stack>
        <FormToken />
        {children}
      </Stack>
    </form>
  )
}

function LanguageField({ value }: { readonly value?: string }) {
  const { t, language } = usePageRequest()
  return (
    <Field
      type="select"
      name="language"
      label={t('notices.language')}
      required
      value={value ?? language}
      choices={languages.map((one) => ({ value: one, label: t(`notices.language.${one}`) }))}
    />
  )
}

function MailSettingsForms({ mail: { mailbox, waiting }, email, sent, errors }: SettingsPageProps) {
  const { t } = usePageRequest()
  return (
    <Stack gap="wide">
      {waiting === undefined ? null : (
        <Callout kind="info">
          <p>{t('notices.mail.waiting', { address: waiting })}</p>
        </Callout>
      )}
      {mailbox === undefined ? null : (
        <>
          <SettingForm to="/mail">
            <p>{t('notices.mail.now', { address: mailbox.address })}</p>
            {mailbox.refusals > 0 && !mailbox.enabled ? (
              <Callout kind="warn">
                <p>{t('notices.mail.refused')}</p>
              </Callout>
            ) : null}
            <Field
              type="checkbox"
              name="enabled"
              value="yes"
              label={t('notices.mail.on')}
              checked={mailbox.enabled}
            />
            <LanguageField value={mailbox.language} />
            <Actions>
              <Button kind="secondary">{t('notices.mail.save')}</Button>
            </Actions>
          </SettingForm>
          <SettingForm to="/mail/remove">
            <Actions>
              <Button kind="quiet" small>
                {t('notices.mail.remove')}
              </Button>
            </Actions>
          </SettingForm>
        </>
      )}
      <SettingForm to="/address">
        <Field
          type="email"
          name="address"
          label={t(mailbox === undefined ? 'notices.mail.address' : 'notices.mail.other')}
          hint={t('notices.mail.address.hint')}
          required
          value={sent.address ?? (mailbox === undefined ? email : '')}
          error={errors['address']}
          maxlength={254}
          autocomplete="email"
        />
        <LanguageField />
        <Actions>
          <Button>{t('notices.mail.ask')}</Button>
        </Actions>
      </SettingForm>
    </Stack>
  )
}

interface WebhooksProps {
  readonly webhooks: readonly Webhook[]
  readonly url: string | undefined
  readonly error: string | undefined
}

function Webhooks({ webhooks, url, error }: WebhooksProps) {
  const { t, language } = usePageRequest()
  return (
    <Stack gap="wide">
      {webhooks.length === 0 ? null : (
        <Table
          caption={t('notices.webhooks')}
          captionHidden
          rows={webhooks}
          columns={[
            {
              title: t('notices.webhook.url'),
              cell: ({ id, url: at }) => (
                <a href={href(language, `${paths.noticeSettings}/webhooks/${id}`)}>{at}</a>
              ),
            },
            { title: t('notices.webhook.state'), cell: ({ state }) => <WebhookState state={state} /> },
          ]}
        />
      )}
      <SettingForm to="/webhooks">
        <Field
          type="url"
          name="url"
          label={t('notices.webhook.add-url')}
          hint={t('notices.webhook.hint')}
          required
          value={url ?? ''}
          error={error}
          maxlength={2000}
        />
        <LanguageField />
        <Actions>
          <Button>{t('notices.webhook.add')}</Button>
        </Actions>
      </SettingForm>
    </Stack>
  )
}

function FeedForms({ feed }: { readonly feed: URL | undefined }) {
  const { t } = usePageRequest()
  return (
    <Stack>
      {feed === undefined ? null : (
        <>
          <CodeBlock code={feed.href} title={t('notices.feed.address')} wrap />
          <p class="muted small">{t('notices.feed.secret')}</p>
        </>
      )}
      <SettingForm to="/feed">
        <LanguageField />
        <Actions>
          <Button kind={feed === undefined ? 'primary' : 'secondary'}>
            {t(feed === undefined ? 'notices.feed.make' : 'notices.feed.renew')}
          </Button>
        </Actions>
      </SettingForm>
      {feed === undefined ? null : (
        <SettingForm to="/feed/remove">
          <Actions>
            <Button kind="quiet" small>
              {t('notices.feed.remove')}
            </Button>
          </Actions>
        </SettingForm>
      )}
    </Stack>
  )
}
