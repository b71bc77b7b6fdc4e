import {
  Badge,
  Breadcrumbs,
  Callout,
  Card,
  Cluster,
  EmptyState,
  Field,
  FormCard,
  Grid,
  href,
  Monogram,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  usePageRequest,
} from '../../web/index.ts'
import type { CustomConnector, CustomForm } from '../model.ts'
import { allowedPath } from './allowed-page.tsx'

interface ListPageProps {
  readonly connectors: readonly CustomConnector[]
  readonly allowed: boolean
  readonly mayShare: boolean
  readonly form: CustomForm
  readonly errors: Readonly<Record<string, string>>
}

/** The servers that this person added by address or may use in their organisation, and the form that adds one. */
export function ListPage(props: ListPageProps) {
  const { t, language, site, viewer } = usePageRequest()
  const { connectors, allowed } = props
  const crumbs = [{ label: t('connections.title'), href: href(language, paths.connections) }]
  return (
    <Page title={t('custom.title')} before={<Breadcrumbs items={crumbs} />}>
      <PageHeader title={t('custom.title')} lead={t('custom.lead', { instance: site.instanceName })} />
      <Stack gap="wide">
        {allowed ? null : (
          <Callout kind="warn" title={t('custom.not-allowed')}>
            <p>{t(connectors.length === 0 ? 'custom.not-allowed.do' : 'custom.not-allowed.kept')}</p>
          </Callout>
        )}
        {connectors.length > 0 ? (
          <Section title={t('custom.count', { count: connectors.length })}>
            <Grid>
              {connectors.map((connector) => (
                <ConnectorCard connector={connector} />
              ))}
            </Grid>
          </Section>
        ) : (
          <EmptyState title={t('custom.none')}>
            <p>{t('custom.none.do')}</p>
          </EmptyState>
        )}
        {allowed ? <AddForm {...props} /> : null}
        {viewer?.roles.has('operator') === true ? (
          <p>
            <a href={href(language, allowedPath)}>{t('custom.allowed.title')}</a>
          </p>
        ) : null}
      </Stack>
    </Page>
  )
}

function ConnectorCard({ connector }: { readonly connector: CustomConnector }) {
  const { t, language } = usePageRequest()
  const { name, slug, serverUrl, shared } = connector
  return (
    <Card
      icon={<Monogram name={name} />}
      title={name}
      href={href(language, `${paths.custom}/${slug}`)}
      footer={
        <Cluster>
          <Badge>{t(shared ? 'custom.for.organisation' : 'custom.for.me')}</Badge>
        </Cluster>
      }
    >
      <p class="muted small">{new URL(serverUrl).host}</p>
    </Card>
  )
}

function AddForm({ form, errors, mayShare }: ListPageProps) {
  const { t } = usePageRequest()
  return (
    <FormCard title={t('custom.add')} action={paths.custom} errors={errors} send={t('custom.add.send')}>
      <Field
        type="url"
        name="serverUrl"
        label={t('custom.field.url')}
        hint={t('custom.field.url.hint')}
        required
        value={form.serverUrl}
        error={errors['serverUrl']}
        maxlength={2000}
      />
      <Field
        name="name"
        label={t('custom.field.name')}
        hint={t('custom.field.name.hint')}
        required
        value={form.name}
        error={errors['name']}
        maxlength={100}
        autocomplete="off"
      />
      {mayShare ? (
        <Field
          type="radios"
          name="for"
          label={t('custom.field.for')}
          values={[form.shared ? 'organisation' : 'me']}
          error={errors['shared']}
          choices={[
            { value: 'me', label: t('custom.for.me') },
            { value: 'organisation', label: t('custom.for.organisation') },
          ]}
        />
      ) : null}
      <p class="muted small">{t('custom.add.note')}</p>
    </FormCard>
  )
}
