import {
  Breadcrumbs,
  ButtonForm,
  Callout,
  EmptyState,
  Field,
  FormCard,
  href,
  Page,
  PageHeader,
  paths,
  Stack,
  Table,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { SharedHeader } from '../header-store.ts'
import type { SharedHeaders } from '../share-header.ts'

export function headersPath(slug: string): string {
  return `${paths.connections}/headers/${slug}`
}

interface HeadersPageProps {
  readonly shared: SharedHeaders
  readonly sent: { readonly name: string; readonly errors: Readonly<Record<string, string>> } | undefined
}

/** What everybody in an organisation sends to one server. Values come in and never go out again. */
export function HeadersPage({ shared, sent }: HeadersPageProps) {
  const { t, language } = usePageRequest()
  const { endpoint, headers, mayChange } = shared
  const { slug, name, serverUrl } = endpoint
  const crumbs = [{ label: t('connections.title'), href: href(language, paths.connections) }]
  const { origin } = new URL(serverUrl)
  const moved = headers.some((header) => header.origin !== origin)
  const columns = [
    { title: t('headers.name'), cell: (header: SharedHeader) => <code>{header.name}</code> },
    { title: t('headers.origin'), cell: (header: SharedHeader) => header.origin },
    { title: t('headers.set'), cell: (header: SharedHeader) => <Time at={header.setAt} dateOnly /> },
  ]
  const change = {
    title: t('headers.change'),
    cell: ({ name: header }: SharedHeader) => (
      <ButtonForm action={`${headersPath(slug)}/remove`} sends={{ name: header }}>
        {t('headers.remove')}
      </ButtonForm>
    ),
  }
  return (
    <Page title={t('headers.title', { name })} before={<Breadcrumbs items={crumbs} />}>
      <PageHeader
        title={t('headers.title', { name })}
        lead={t('headers.lead', { host: new URL(serverUrl).host })}
      />
      <Stack gap="wide">
        {moved ? (
          <Callout kind="warn">
            <p>{t('headers.moved', { origin })}</p>
          </Callout>
        ) : null}
        {headers.length === 0 ? (
          <EmptyState title={t('headers.none')} />
        ) : (
          <Table
            caption={t('headers.title', { name })}
            captionHidden
            rows={headers}
            columns={mayChange ? [...columns, change] : columns}
          />
        )}
        {mayChange ? <AddForm slug={slug} sent={sent} /> : <p class="muted">{t('headers.owners')}</p>}
      </Stack>
    </Page>
  )
}

function AddForm({ slug, sent }: { readonly slug: string; readonly sent: HeadersPageProps['sent'] }) {
  const { t } = usePageRequest()
  const errors = sent?.errors ?? {}
  return (
    <FormCard title={t('headers.add')} action={headersPath(slug)} errors={errors} send={t('headers.send')}>
      <Field
        name="name"
        label={t('headers.name')}
        hint={t('headers.name.hint')}
        required
        value={sent?.name ?? ''}
        error={errors['name']}
        maxlength={100}
        autocomplete="off"
      />
      <Field
        type="password"
        name="value"
        label={t('headers.value')}
        hint={t('headers.value.hint')}
        required
        error={errors['value']}
        maxlength={4000}
        autocomplete="off"
      />
    </FormCard>
  )
}
