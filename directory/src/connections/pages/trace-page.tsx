import {
  Badge,
  Breadcrumbs,
  Cluster,
  Details,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  Time,
  usePageRequest,
  type BadgeKind,
  type Translate,
} from '../../web/index.ts'
import type { Failure, Step, Trace } from '../model.ts'

export const outcomeKinds = {
  'under-way': 'info',
  connected: 'good',
  failed: 'bad',
} as const satisfies Record<Trace['outcome'], BadgeKind>

/** One request of ours; the shapes of what was sent and of what came are a click away. */
function ExchangeStep({ parameters }: Pick<Step, 'parameters'>) {
  const { t } = usePageRequest()
  const { method, address, sent, status, type, received } = parameters
  const line = (
    <>
      {method} {address} · {[status, type].filter((one) => one !== undefined).join(' ')}
    </>
  )
  if ((sent ?? '') === '' && (received ?? '') === '') return <span class="muted">{line}</span>
  return (
    <Details summary={line}>
      <Stack gap="tight">
        {(sent ?? '') === '' ? null : <p>{t('connections.exchange.sent', { shape: sent ?? '' })}</p>}
        {(received ?? '') === '' ? null : (
          <p>{t('connections.exchange.received', { shape: received ?? '' })}</p>
        )}
      </Stack>
    </Details>
  )
}

/** The sentence of a step; parameters that are words of ours are words of the reader's language first. */
function sentence(
  t: Translate,
  name: Exclude<Step['name'], 'exchange'>,
  parameters: Step['parameters'],
): string {
  if (name === 'failed' && typeof parameters['code'] === 'string') {
    return t(`connections.failure.${parameters['code'] as Failure['code']}`, parameters)
  }
  const answer = parameters['answer'] === 'open' ? 'open' : 'login'
  const kind = parameters['kind'] as 'static' | 'cimd' | 'dcr'
  const scopes = parameters['scopes']
  const minutes = parameters['minutes']
  return t(`connections.step.${name}`, {
    ...parameters,
    ...(name === 'opened' && { answer: t(`connections.opened.${answer}`) }),
    ...(name === 'client-chosen' && { kind: t(`connections.client-kind.${kind}`) }),
    ...(name === 'sent-to-server' && {
      scopes: scopes === '' ? t('connections.scopes-default') : (scopes ?? ''),
    }),
    ...(name === 'tokens-received' && {
      life: minutes === undefined ? t('connections.life.unknown') : t('connections.life.known', { minutes }),
    }),
  })
}

export function TracePage({ trace, name }: { readonly trace: Trace; readonly name: string }) {
  const { t, language } = usePageRequest()
  const exchanges = trace.steps.filter((step) => step.name === 'exchange')
  return (
    <Page
      title={t('connections.trace-title')}
      narrow
      before={
        <Breadcrumbs items={[{ label: t('connections.title'), href: href(language, paths.connections) }]} />
      }
    >
      <PageHeader eyebrow={name} title={t('connections.trace-title')} lead={t('connections.trace-lead')} />
      <Cluster>
        <Badge kind={outcomeKinds[trace.outcome]}>{t(`connections.trace.${trace.outcome}`)}</Badge>
        <code>{trace.reference}</code>
        <span class="muted">
          <Time at={trace.createdAt} />
        </span>
      </Cluster>
      <Section title={t('connections.trace-steps')}>
        <ol>
          {trace.steps.map(({ name: step, parameters }) =>
            step === 'exchange' ? null : <li>{sentence(t, step, parameters)}</li>,
          )}
        </ol>
      </Section>
      {exchanges.length === 0 ? null : (
        <Section title={t('connections.trace-requests')}>
          <Stack gap="tight">
            {exchanges.map(({ parameters }) => (
              <ExchangeStep parameters={parameters} />
            ))}
          </Stack>
        </Section>
      )}
    </Page>
  )
}
