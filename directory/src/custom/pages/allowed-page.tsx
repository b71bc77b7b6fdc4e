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
import type { CustomPolicy, NamedEntitlement } from '../model.ts'

export const allowedPath = `${paths.custom}/allowed`

interface AllowedPageProps {
  readonly entitlements: readonly NamedEntitlement[]
  readonly policy: CustomPolicy
  readonly sent: { readonly email: string; readonly error: string } | undefined
}

/** For operators: which organisations may add servers by address. */
export function AllowedPage({ entitlements, policy, sent }: AllowedPageProps) {
  const { t, language } = usePageRequest()
  const crumbs = [{ label: t('custom.title'), href: href(language, paths.custom) }]
  return (
    <Page title={t('custom.allowed.title')} before={<Breadcrumbs items={crumbs} />}>
      <PageHeader title={t('custom.allowed.title')} lead={t('custom.allowed.lead')} />
      <Stack gap="wide">
        {policy === 'entitled' ? null : (
          <Callout kind="warn">
            <p>{t(`custom.allowed.by-setting.${policy}`)}</p>
          </Callout>
        )}
        {entitlements.length === 0 ? (
          <EmptyState title={t('custom.allowed.none')} />
        ) : (
          <Table
            caption={t('custom.allowed.title')}
            captionHidden
            rows={entitlements}
            columns={[
              { title: t('custom.allowed.organisation'), cell: ({ name }) => name },
              { title: t('custom.allowed.since'), cell: ({ grantedAt }) => <Time at={grantedAt} dateOnly /> },
              {
                title: t('custom.allowed.change'),
                cell: ({ organisation }) => (
                  <ButtonForm action={`${allowedPath}/end`} sends={{ organisation }}>
                    {t('custom.allowed.end')}
                  </ButtonForm>
                ),
              },
            ]}
          />
        )}
        <FormCard
          title={t('custom.allowed.add')}
          action={allowedPath}
          errors={sent === undefined ? {} : { email: sent.error }}
          send={t('custom.allowed.send')}
        >
          <Field
            type="email"
            name="email"
            label={t('custom.allowed.email')}
            hint={t('custom.allowed.email.hint')}
            required
            value={sent?.email ?? ''}
            error={sent?.error}
            maxlength={254}
            autocomplete="off"
          />
        </FormCard>
      </Stack>
    </Page>
  )
}
