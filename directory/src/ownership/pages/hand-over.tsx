import {
  Actions,
  Button,
  Field,
  FormToken,
  href,
  LinkButton,
  paths,
  Section,
  Stack,
  usePageRequest,
} from '../../web/index.ts'
import type { OwnershipPageProps } from './ownership-page.tsx'

/** The offer to another organisation, or the way to the one that is open. */
export function HandOver({ listing, as, decides, offered, sent }: OwnershipPageProps) {
  const { t, language } = usePageRequest()
  if (offered !== undefined) {
    return (
      <Section title={t('ownership.offer')}>
        <Stack>
          <p>{t('ownership.offer.open')}</p>
          <Actions>
            <LinkButton kind="secondary" href={href(language, `${paths.transfers}/${offered}`)}>
              {t('ownership.offer.see')}
            </LinkButton>
          </Actions>
        </Stack>
      </Section>
    )
  }
  if (as !== 'publisher' || listing.state === 'removed' || listing.state === 'unlisted') return null
  const own = sent?.form === 'offer' ? sent : undefined
  return (
    <Section title={t('ownership.offer')}>
      <Stack>
        <p>{t('ownership.offer.text')}</p>
        {decides ? (
          <form method="post" action={href(language, `/connectors/${listing.slug}/ownership/transfers`)}>
            <FormToken />
            <Field
              type="email"
              name="email"
              label={t('ownership.offer.email')}
              hint={t('ownership.offer.email.hint')}
              value={own?.text ?? ''}
              error={own?.error}
              required
            />
            <Actions>
              <Button kind="secondary">{t('ownership.offer.send')}</Button>
            </Actions>
          </form>
        ) : (
          <p class="muted">{t('ownership.owners')}</p>
        )}
      </Stack>
    </Section>
  )
}
