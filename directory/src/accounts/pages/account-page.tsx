import type { Viewer } from '../../kernel/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import {
  Actions,
  Badge,
  Button,
  ButtonForm,
  Cluster,
  DefinitionList,
  ErrorSummary,
  Field,
  FormToken,
} from '../../web/index.ts'
import {
  Card,
  href,
  LinkButton,
  Page,
  PageHeader,
  paths,
  Section,
  Table,
  Time,
  usePageRequest,
  Stack,
} from '../../web/index.ts'
import type { Session } from '../model.ts'
import { passwordLength } from '../sign-up-rules.ts'
import { deviceName } from './device-name.ts'

export interface AccountPageProps {
  readonly viewer: Viewer
  readonly organisations: readonly Organisation[]
  readonly sessions: readonly Session[]
  /** Of the form for the password. */
  readonly errors: Readonly<Record<string, string>>
}

export function AccountPage({ viewer, organisations, sessions, errors }: AccountPageProps) {
  const { t, language } = usePageRequest()
  return (
    <Page title={t('accounts.account.title')} narrow>
      <PageHeader title={t('accounts.account.title')} lead={t('accounts.account.lead')} />
      <Stack>
        <ErrorSummary errors={errors} />
        <Card>
          <Who viewer={viewer} organisations={organisations} />
        </Card>
      </Stack>
      <Section title={t('accounts.access.title')} lead={t('accounts.access.lead')}>
        <LinkButton href={href(language, paths.access)} kind="secondary">
          {t('accounts.access.open')}
        </LinkButton>
      </Section>
      <Section title={t('accounts.calls.title')} lead={t('accounts.calls.lead')}>
        <LinkButton href={href(language, paths.calls)} kind="secondary">
          {t('accounts.calls.open')}
        </LinkButton>
      </Section>
      <Section title={t('accounts.notices.title')} lead={t('accounts.notices.lead')}>
        <LinkButton href={href(language, paths.noticeSettings)} kind="secondary">
          {t('accounts.notices.open')}
        </LinkButton>
      </Section>
      <Section title={t('accounts.keys.title')} lead={t('accounts.keys.lead')}>
        <LinkButton href={href(language, paths.signingKeys)} kind="secondary">
          {t('accounts.keys.open')}
        </LinkButton>
      </Section>
      <Sessions sessions={sessions} />
      <ChangePassword errors={errors} />
    </Page>
  )
}

function Who({ viewer, organisations }: Pick<AccountPageProps, 'viewer' | 'organisations'>) {
  const { t } = usePageRequest()
  const roles = [...viewer.roles]
  return (
    <DefinitionList
      items={[
        { term: t('accounts.name'), value: viewer.name },
        { term: t('accounts.email'), value: viewer.email },
        {
          term: t('accounts.organisation'),
          value: (
            <Cluster>
              {organisations.map(({ name, kind }) => (
                <span>
                  {name} <Badge>{t(`accounts.organisation.${kind}`)}</Badge>
                </span>
              ))}
            </Cluster>
          ),
        },
        {
          term: t('accounts.roles'),
          value:
            roles.length === 0 ? (
              t('accounts.role.none')
            ) : (
              <Cluster>
                {roles.map((role) => (
                  <Badge>{t(`accounts.role.${role}`)}</Badge>
                ))}
              </Cluster>
            ),
        },
      ]}
    />
  )
}

function Sessions({ sessions }: Pick<AccountPageProps, 'sessions'>) {
  const { t, language } = usePageRequest()
  const others = sessions.filter(({ current }) => !current)
  return (
    <Section title={t('accounts.sessions.title')} lead={t('accounts.sessions.lead')} id="sessions">
      <Stack>
        <Table
          caption={t('accounts.sessions.title')}
          captionHidden
          rows={sessions}
          columns={[
            {
              title: t('accounts.sessions.where'),
              cell: ({ userAgent }) => deviceName(userAgent) ?? t('accounts.sessions.unknown'),
            },
            { title: t('accounts.sessions.since'), cell: ({ createdAt }) => <Time at={createdAt} /> },
            { title: t('accounts.sessions.end'), cell: (session) => <EndSession session={session} /> },
          ]}
        />
        {others.length === 0 ? null : (
          <form method="post" action={href(language, '/account/sessions/end-others')}>
            <FormToken />
            <Actions>
              <Button kind="secondary">{t('accounts.sessions.end-others', { count: others.length })}</Button>
            </Actions>
          </form>
        )}
      </Stack>
    </Section>
  )
}

function EndSession({ session }: { readonly session: Session }) {
  const { t } = usePageRequest()
  if (session.current) return <Badge kind="good">{t('accounts.sessions.this')}</Badge>
  return (
    <ButtonForm action="/account/sessions/end" sends={{ session: session.id }} kind="quiet">
      {t('accounts.sessions.end-one')}
    </ButtonForm>
  )
}

function ChangePassword({ errors }: Pick<AccountPageProps, 'errors'>) {
  const { t, language } = usePageRequest()
  return (
    <Section
      title={t('accounts.change-password.title')}
      lead={t('accounts.change-password.lead')}
      id="password"
    >
      <Card>
        <form class="stack" method="post" action={href(language, '/account/password')} novalidate>
          <FormToken />
          <Field
            name="current"
            type="password"
            label={t('accounts.change-password.current')}
            error={errors['current']}
            autocomplete="current-password"
            maxlength={256}
            required
          />
          <Field
            name="next"
            type="password"
            label={t('accounts.change-password.next')}
            hint={t('accounts.password-hint', passwordLength)}
            error={errors['next']}
            autocomplete="new-password"
            minlength={passwordLength.least}
            maxlength={passwordLength.most}
            required
          />
          <Actions>
            <Button kind="secondary">{t('accounts.change-password.do')}</Button>
          </Actions>
        </form>
      </Card>
    </Section>
  )
}
