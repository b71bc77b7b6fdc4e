import { Sentence, Time, usePageRequest } from '../../web/index.ts'
import type { DomainProof } from '../proofs.ts'

/** Whether the publisher has shown that the site of the server is theirs, in a sentence. */
export function DomainFact({ proof }: { readonly proof: DomainProof | undefined }) {
  const { t } = usePageRequest()
  if (proof === undefined) return <span class="muted">{t('proofs.domain.none')}</span>
  const { place, at } = proof
  return <Sentence text={`proofs.domain.seen.${place}`} parts={{ date: <Time at={at} dateOnly /> }} />
}
