import { Badge, Card, Cluster, href, usePageRequest } from '../../web/index.ts'
import type { AuthType, ListingCard } from '../model.ts'
import { ListingIcon } from './listing-icon.tsx'

/** One connector in a list. `matching`: the tools for which it was found. */
export function ConnectorCard({
  card,
  matching = [],
}: {
  readonly card: ListingCard
  readonly matching?: readonly string[]
}) {
  const { t, language } = usePageRequest()
  return (
    <Card
      title={card.name}
      href={href(language, `/connectors/${card.slug}`)}
      icon={<ListingIcon name={card.name} digest={card.iconDigest} />}
      footer={
        <Cluster>
          <Badge>{t('catalogue.card.tools', { count: card.toolNames.length })}</Badge>
          <AuthBadge auth={card.authType} />
          <HintSummary card={card} />
        </Cluster>
      }
    >
      <p>{card.tagline}</p>
      <p class="muted small">{t('catalogue.card.by', { publisher: card.publisherName })}</p>
      {matching.length === 0 ? null : (
        <p class="small">
          <span class="muted">{t('catalogue.card.matching')}</span>{' '}
          {matching.map((tool, index) => (
            <>
              {index === 0 ? '' : ', '}
              <code>{tool}</code>
            </>
          ))}
        </p>
      )}
    </Card>
  )
}

export function AuthBadge({ auth }: { readonly auth: AuthType }) {
  const { t } = usePageRequest()
  return <Badge kind={auth === 'none' ? 'good' : 'info'}>{t(`catalogue.auth.${auth}`)}</Badge>
}

/** `3 read-only · 1 makes changes`, after how many tools there are: what the tools say of themselves. */
export function HintSummary({ card }: { readonly card: Pick<ListingCard, 'hints'> }) {
  const { t } = usePageRequest()
  const { reads, changes, destroys, silent } = card.hints
  const parts = [
    reads > 0 ? t('catalogue.card.reads', { count: reads }) : '',
    changes > 0 ? t('catalogue.card.changes', { count: changes }) : '',
    destroys > 0 ? t('catalogue.card.destroys', { count: destroys }) : '',
    silent > 0 ? t('catalogue.card.silent', { count: silent }) : '',
  ]
  return <span class="muted small">{parts.filter((part) => part !== '').join(' · ')}</span>
}
