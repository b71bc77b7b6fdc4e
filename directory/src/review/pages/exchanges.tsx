import type { Report } from '@connectory/checker'
import { Badge, CodeBlock, Details, Section, Stack, usePageRequest } from '../../web/index.ts'
import { readExchange, type ShownExchange } from '../read-exchange.ts'

/** The recorded proof: every request of the check and its answer, as text. */
export function Exchanges({ report }: { readonly report: Report }) {
  const { t } = usePageRequest()
  if (report.exchanges.length === 0) return null
  return (
    <Section
      title={
        <>
          {t('review.console.exchanges')} <span class="muted">{report.exchanges.length}</span>
        </>
      }
      lead={t('review.console.exchanges.lead')}
    >
      <Details summary={t('review.console.exchanges.show')}>
        <Stack gap="tight">
          {report.exchanges.map((exchange) => (
            <OneExchange exchange={readExchange(exchange)} />
          ))}
        </Stack>
      </Details>
    </Section>
  )
}

function OneExchange({ exchange }: { readonly exchange: ShownExchange }) {
  const { t } = usePageRequest()
  const { id, step, status, request, response, cut, error } = exchange
  const kind = status === null ? 'bad' : status < 400 ? 'good' : 'warn'
  return (
    <Details
      summary={
        <>
          <code>{id}</code> <span lang="en">{step}</span> <Badge kind={kind}>{status ?? '–'}</Badge>
        </>
      }
    >
      <CodeBlock code={request} title={`${t('review.console.exchange.request')} ${id}`} wrap />
      {response === null ? null : (
        <CodeBlock
          code={response}
          title={`${t(cut ? 'review.console.exchange.cut' : 'review.console.exchange.response')} ${id}`}
          wrap
        />
      )}
      {error === null ? null : <p>{t('review.console.exchange.error', { message: error })}</p>}
    </Details>
  )
}
