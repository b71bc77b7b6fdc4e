import {
  Actions,
  Breadcrumbs,
  Button,
  ButtonForm,
  Card,
  CodeBlock,
  EmptyState,
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
  Time,
  usePageRequest,
} from '../../web/index.ts'
import type { SigningKey } from '../proofs.ts'

export interface KeysPageProps {
  readonly keys: readonly SigningKey[]
  readonly form: { readonly name: string; readonly publicKey: string }
  readonly errors: Readonly<Record<string, string>>
}

export function KeysPage({ keys, form, errors }: KeysPageProps) {
  const { t, language } = usePageRequest()
  const up = [{ label: t('shell.account'), href: href(language, paths.account) }]
  return (
    <Page title={t('proofs.keys.title')} before={<Breadcrumbs items={up} />} narrow>
      <PageHeader title={t('proofs.keys.title')} lead={t('proofs.keys.lead')} />
      <Stack>
        <ErrorSummary errors={errors} />
        {keys.length === 0 ? (
          <EmptyState title={t('proofs.keys.none')}>
            <p>{t('proofs.keys.none-do')}</p>
          </EmptyState>
        ) : (
          <Keys keys={keys} />
        )}
      </Stack>
      <Section title={t('proofs.keys.add')} id="add">
        <Card>
          <form class="stack" method="post" action={href(language, paths.signingKeys)} novalidate>
            <FormToken />
            <CodeBlock title={t('proofs.keys.make')} code="npx connectory key --output key.json" />
            <Field
              name="name"
              label={t('proofs.keys.name')}
              hint={t('proofs.keys.name-hint')}
              value={form.name}
              error={errors['name']}
              maxlength={80}
              required
            />
            <Field
              name="publicKey"
              type="textarea"
              label={t('proofs.keys.public')}
              hint={t('proofs.keys.public-hint')}
              value={form.publicKey}
              error={errors['publicKey']}
              rows={4}
              maxlength={2000}
              code
              required
            />
            <Actions>
              <Button>{t('proofs.keys.do')}</Button>
            </Actions>
          </form>
        </Card>
      </Section>
    </Page>
  )
}

function Keys({ keys }: Pick<KeysPageProps, 'keys'>) {
  const { t } = usePageRequest()
  return (
    <Table
      caption={t('proofs.keys.title')}
      captionHidden
      rows={keys}
      columns={[
        {
          title: t('proofs.keys.name-column'),
          cell: ({ name, thumbprint }) => (
            <>
              {name}
              <br />
              <code>{thumbprint.slice(0, 16)}…</code>
            </>
          ),
        },
        { title: t('proofs.keys.added'), cell: ({ addedAt }) => <Time at={addedAt} dateOnly /> },
        {
          title: t('proofs.keys.end'),
          cell: ({ id: signingKey }) => (
            <ButtonForm action={`${paths.signingKeys}/remove`} sends={{ signingKey }} kind="quiet">
              {t('proofs.keys.remove')}
            </ButtonForm>
          ),
        },
      ]}
    />
  )
}
