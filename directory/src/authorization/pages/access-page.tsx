import {
  Actions,
  Badge,
  Breadcrumbs,
  Button,
  ButtonForm,
  Callout,
  Card,
  CodeBlock,
  EmptyState,
} from '../../web/index.ts'
import { ErrorSummary, Field, FormToken, href, Page, PageHeader, paths, Section } from '../../web/index.ts'
import { Table, Time, usePageRequest, Stack } from '../../web/index.ts'
import type { Grant } from '../model.ts'
import { tryCommand } from './try-command.ts'

/** Choices for how long a token lasts, in hours. */
export const tokenHours = [1, 8, 24, 168, 720] as const

export interface AccessPageProps {
  readonly grants: readonly Grant[]
  readonly form: { readonly name: string; readonly endpoint: string; readonly hours: string }
  readonly errors: Readonly<Record<string, string>>
  /** Just made; shown this once. */
  readonly issued?:
    | { readonly token: string; readonly endpoint: string; readonly expiresAt: Date }
    | undefined
}

export function AccessPage({ grants, form, errors, issued }: AccessPageProps) {
  const { t, language } = usePageRequest()
  const up = [{ label: t('shell.account'), href: href(language, paths.account) }]
  return (
    <Page title={t('authorization.access.title')} before={<Breadcrumbs items={up} />} narrow>
      <PageHeader title={t('authorization.access.title')} lead={t('authorization.access.lead')} />
      <Stack>
        <ErrorSummary errors={errors} />
        {issued === undefined ? null : <Issued {...issued} />}
        {grants.length === 0 ? (
          <EmptyState title={t('authorization.access.none')}>
            <p>{t('authorization.access.none-do')}</p>
          </EmptyState>
        ) : (
          <Grants grants={grants} />
        )}
      </Stack>
      <NewToken form={form} errors={errors} />
    </Page>
  )
}

function Issued({ token, endpoint, expiresAt }: NonNullable<AccessPageProps['issued']>) {
  const { t } = usePageRequest()
  return (
    <Callout kind="good" title={t('authorization.token.made')}>
      <p>{t('authorization.token.once')}</p>
      <CodeBlock title={t('authorization.token.label')} code={token} wrap />
      <CodeBlock title={t('authorization.token.try')} code={tryCommand(endpoint, token)} />
      <p>
        {t('authorization.token.until')} <Time at={expiresAt} />
      </p>
    </Callout>
  )
}

function Grants({ grants }: Pick<AccessPageProps, 'grants'>) {
  const { t } = usePageRequest()
  return (
    <Table
      caption={t('authorization.access.title')}
      captionHidden
      rows={grants}
      columns={[
        {
          title: t('authorization.access.who'),
          cell: ({ clientName, kind, endpoint }) => (
            <>
              {clientName} <Badge>{t(`authorization.kind.${kind}`)}</Badge>
              <br />
              <code>{new URL(endpoint).pathname}</code>
            </>
          ),
        },
        {
          title: t('authorization.access.used'),
          cell: ({ lastTokenAt, createdAt }) => <Time at={lastTokenAt ?? createdAt} />,
        },
        { title: t('authorization.access.until'), cell: ({ expiresAt }) => <Time at={expiresAt} dateOnly /> },
        {
          title: t('authorization.access.end'),
          cell: ({ id: grant }) => (
            <ButtonForm action={`${paths.access}/end`} sends={{ grant }} kind="quiet">
              {t('authorization.access.end-one')}
            </ButtonForm>
          ),
        },
      ]}
    />
  )
}

function NewToken({ form, errors }: Pick<AccessPageProps, 'form' | 'errors'>) {
  const { t, language } = usePageRequest()
  return (
    <Section title={t('authorization.token.title')} lead={t('authorization.token.lead')} id="token">
      <Card>
        <form class="stack" method="post" action={href(language, `${paths.access}/token`)} novalidate>
          <FormToken />
          <Field
            name="name"
            label={t('authorization.token.name')}
            hint={t('authorization.token.name-hint')}
            value={form.name}
            error={errors['name']}
            maxlength={80}
          />
          <Field
            name="endpoint"
            type="url"
            label={t('authorization.token.endpoint')}
            hint={t('authorization.token.endpoint-hint')}
            value={form.endpoint}
            error={errors['endpoint']}
            maxlength={2000}
            required
          />
          <Field
            name="hours"
            type="select"
            label={t('authorization.token.hours')}
            value={form.hours}
            error={errors['hours']}
            choices={tokenHours.map((hours) => ({
              value: String(hours),
              label: t(hours < 48 ? 'authorization.token.hours-count' : 'authorization.token.days-count', {
                count: hours < 48 ? hours : hours / 24,
              }),
            }))}
            required
          />
          <Actions>
            <Button>{t('authorization.token.do')}</Button>
          </Actions>
        </form>
      </Card>
    </Section>
  )
}
