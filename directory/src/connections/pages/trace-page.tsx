import {
  Badge,
  Breadcrumbs,
  Cluster,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  Time,
  usePageRequest,
  type BadgeKind,
  type Translate,
} from '../../web/index.ts'
import type { Failure, Step, Trace } from '../model.ts'

const kinds = { 'under-way': 'info', connected: 'good', failed: 'bad' } as const satisfies Record<
  Trace['outcome'],
  BadgeKind
>

/** The sentence of a step; parameters that are words of ours are words of the reader's language first. */
function sentence(t: Translate, step: Step): string {
  const { name, parameters } = step
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
        <Badge kind={kinds[trace.outcome]}>{t(`connections.trace.${trace.outcome}`)}</Badge>
        <code>{trace.reference}</code>
        <span class="muted">
          <Time at={trace.createdAt} />
        </span>
      </Cluster>
      <Section title={t('connections.trace-steps')}>
        <ol>
          {trace.steps.map((step) => (
            <li>{sentence(t, step)}</li>
          ))}
        </ol>
      </Section>
    </Page>
  )
}
