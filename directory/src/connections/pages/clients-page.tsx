import {
  Breadcrumbs,
  ButtonForm,
  Card,
  CodeBlock,
  DefinitionList,
  EmptyState,
  Field,
  FormCard,
  Grid,
  href,
  Page,
  PageHeader,
  paths,
  Stack,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { ShownClient } from '../model.ts'

export const clientsPath = `${paths.connections}/clients`

/** Methods by which a client shows who it is. @see RFC 6749 section 2.3 */
export const authMethods = ['client_secret_basic', 'client_secret_post', 'none'] as const

export interface ListedClient extends ShownClient {
  readonly slug: string
  /** It has a public page. */
  readonly listed: boolean
  /** Whose people use it; undefined is everybody. */
  readonly whose: string | undefined
}

export interface SentClient {
  readonly slug: string
  readonly issuer: string
  readonly clientId: string
  readonly authMethod: string
  readonly email: string
  readonly errors: Readonly<Record<string, string>>
}

interface ClientsPageProps {
  readonly clients: readonly ListedClient[]
  /** What has to be registered at the server. */
  readonly callback: string
  readonly sent: SentClient | undefined
}

/** For operators: the clients that servers' owners gave to this directory. Secrets come in and never go out again. */
export function ClientsPage({ clients, callback, sent }: ClientsPageProps) {
  const { t, language } = usePageRequest()
  const crumbs = [{ label: t('connections.title'), href: href(language, paths.connections) }]
  return (
    <Page title={t('clients.title')} before={<Breadcrumbs items={crumbs} />}>
      <PageHeader title={t('clients.title')} lead={t('clients.lead')} />
      <Stack gap="wide">
        {clients.length === 0 ? (
          <EmptyState title={t('clients.none')}>
            <p>{t('clients.none.do')}</p>
          </EmptyState>
        ) : (
          <Grid>
            {clients.map((client) => (
              <ClientCard client={client} />
            ))}
          </Grid>
        )}
        <ClientForm callback={callback} sent={sent} />
      </Stack>
    </Page>
  )
}

function ClientCard({ client }: { readonly client: ListedClient }) {
  const { t, language } = usePageRequest()
  return (
    <Card
      title={
        client.listed ? <a href={href(language, `/connectors/${client.slug}`)}>{client.slug}</a> : client.slug
      }
      footer={
        <ButtonForm action={`${clientsPath}/remove`} sends={{ client: client.id }}>
          {t('clients.remove')}
        </ButtonForm>
      }
    >
      <DefinitionList
        items={[
          { term: t('clients.issuer'), value: <code>{client.issuer}</code> },
          { term: t('clients.id'), value: <code>{client.clientId}</code> },
          { term: t('clients.method'), value: <code>{client.authMethod}</code> },
          { term: t('clients.whose'), value: client.whose ?? t('clients.everybody') },
          { term: t('clients.since'), value: <Time at={client.createdAt} dateOnly /> },
        ]}
      />
    </Card>
  )
}

function ClientForm({ callback, sent }: Omit<ClientsPageProps, 'clients'>) {
  const { t } = usePageRequest()
  const errors = sent?.errors ?? {}
  const text = (name: 'slug' | 'issuer' | 'clientId' | 'email') => ({
    name,
    value: sent?.[name] ?? '',
    error: errors[name],
    autocomplete: 'off',
  })
  return (
    <FormCard title={t('clients.add')} action={clientsPath} errors={errors} send={t('clients.send')}>
      <p class="muted small">{t('clients.callback')}</p>
      <CodeBlock code={callback} title={t('clients.callback.title')} wrap />
      <Field
        {...text('slug')}
        label={t('clients.slug')}
        hint={t('clients.slug.hint')}
        required
        maxlength={64}
      />
      <Field
        {...text('issuer')}
        type="url"
        label={t('clients.issuer')}
        hint={t('clients.issuer.hint')}
        required
        maxlength={2000}
      />
      <Field {...text('clientId')} label={t('clients.id')} required maxlength={1000} />
      <Field
        type="password"
        name="clientSecret"
        label={t('clients.secret')}
        hint={t('clients.secret.hint')}
        error={errors['clientSecret']}
        maxlength={4000}
        autocomplete="off"
      />
      <Field
        type="select"
        name="authMethod"
        label={t('clients.method')}
        required
        value={sent?.authMethod ?? 'client_secret_basic'}
        choices={authMethods.map((value) => ({ value, label: t(`clients.method.${value}`) }))}
      />
      <Field
        {...text('email')}
        type="email"
        label={t('clients.email')}
        hint={t('clients.email.hint')}
        maxlength={254}
      />
      <p class="muted small">{t('clients.replaces')}</p>
    </FormCard>
  )
}
