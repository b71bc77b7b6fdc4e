import { CodeBlock, usePageRequest } from '../../web/index.ts'
import type { ProofOrder } from '../proof-order.ts'

/** What is put where, of two places one. */
export function OrderLines({ order }: { readonly order: ProofOrder }) {
  const { t } = usePageRequest()
  return (
    <>
      <p>{t('proofs.order.file')}</p>
      <CodeBlock code={order.text} title={order.file} wrap />
      {order.record === null ? null : (
        <>
          <p>{t('proofs.order.or')}</p>
          <CodeBlock code={order.text} title={t('proofs.order.record', { record: order.record })} wrap />
        </>
      )}
    </>
  )
}
