import { ListingIcon } from '../../catalogue/index.ts'
import {
  Actions,
  ConnectorBreadcrumbs,
  Button,
  Callout,
  DefinitionList,
  Field,
  FormToken,
  href,
  Page,
  PageHeader,
  Section,
  Stack,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import { limits, sizes, type Icon } from '../model.ts'

export interface IconPageProps {
  readonly icon: Icon
  readonly slug: string
  readonly name: string
  /** As typed, when that was refused. */
  readonly iconUrl: string
  readonly error?: string | undefined
}

/** Where the icon of a listing comes from, in all sizes, with the reason when it is not what the publisher expects. */
export function IconPage({ icon, slug, name, iconUrl, error }: IconPageProps) {
  const { t, language } = usePageRequest()
  return (
    <Page title={t('icons.title', { name })} before={<ConnectorBreadcrumbs about={{ slug, name }} />}>
      <PageHeader title={t('icons.title', { name })} lead={t('icons.lead')} />
      <Stack>
        <Trouble icon={icon} />
        <Section title={t('icons.sizes')}>
          <Stack>
            {icon.digest === null ? (
              <ListingIcon name={name} digest={null} size="large" />
            ) : (
              <AllSizes icon={icon} />
            )}
            <Facts icon={icon} />
          </Stack>
        </Section>
        <form method="post" action={href(language, `/connectors/${slug}/icon`)}>
          <FormToken />
          <Stack>
            <Field
              name="iconUrl"
              type="url"
              label={t('icons.address')}
              hint={t('icons.address.hint', { site: new URL(icon.serverUrl).host })}
              value={iconUrl}
              maxlength={500}
              error={error}
            />
            <Actions>
              <Button>{t('icons.look')}</Button>
            </Actions>
          </Stack>
        </form>
      </Stack>
    </Page>
  )
}

function AllSizes({ icon }: { readonly icon: Icon }) {
  const { t } = usePageRequest()
  return (
    <ul class="icon-sizes">
      {sizes.map((size) => (
        <li>
          <img
            src={`/icons/${icon.digest ?? ''}/${size}.png`}
            width={size}
            height={size}
            alt={t('icons.size', { size })}
          />
          <span class="muted small" aria-hidden="true">
            {size}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Facts({ icon }: { readonly icon: Icon }) {
  const { t } = usePageRequest()
  const { source, lookedAt } = icon
  const size = source === null ? '' : `${source.kind.toUpperCase()}, ${source.width} × ${source.height}`
  return (
    <DefinitionList
      items={[
        {
          term: t('icons.source'),
          value: source === null ? t('icons.source.monogram') : <code class="code-wrap">{source.url}</code>,
        },
        ...(source === null ? [] : [{ term: t('icons.source.file'), value: size }]),
        {
          term: t('icons.looked'),
          value: lookedAt === null ? t('icons.looked.never') : <Time at={lookedAt} />,
        },
      ]}
    />
  )
}

function Trouble({ icon: { fault, source } }: { readonly icon: Icon }) {
  const { t } = usePageRequest()
  const small =
    source !== null && source.kind !== 'svg' && Math.min(source.width, source.height) < limits.smallest
  return (
    <>
      {fault === null ? null : (
        <Callout kind="warn" title={t('icons.fault')}>
          <p>{t(`icons.fault.${fault.code}`, fault.params)}</p>
          {source === null ? null : <p>{t('icons.fault.kept')}</p>}
        </Callout>
      )}
      {small ? (
        <Callout kind="info">
          <p>{t('icons.small', { width: source.width, height: source.height, smallest: limits.smallest })}</p>
        </Callout>
      ) : null}
    </>
  )
}
