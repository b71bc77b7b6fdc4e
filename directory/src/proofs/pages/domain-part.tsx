import { Actions, ButtonForm, Callout, fieldId, Section, Stack, usePageRequest } from '../../web/index.ts'
import type { ProofOrder } from '../proof-order.ts'
import type { DomainProof } from '../proofs.ts'
import { DomainFact } from './domain-fact.tsx'
import { OrderLines } from './order-lines.tsx'

/** Where a publisher shows that the site of the server is theirs. */
export function DomainPart({
  proof,
  order,
  action,
}: {
  readonly proof: DomainProof | undefined
  readonly order: ProofOrder
  /** Where the button that looks for it leads. */
  readonly action: string
}) {
  const { t } = usePageRequest()
  return (
    <Section
      id={fieldId('domainProof')}
      title={t('proofs.domain')}
      lead={proof === undefined ? t('proofs.domain.lead') : undefined}
    >
      {proof === undefined ? (
        <Stack gap="tight">
          <OrderLines order={order} />
          <Actions>
            <ButtonForm action={action}>{t('proofs.domain.look')}</ButtonForm>
          </Actions>
        </Stack>
      ) : (
        <Callout kind="good">
          <p>
            <DomainFact proof={proof} />
          </p>
        </Callout>
      )}
    </Section>
  )
}
