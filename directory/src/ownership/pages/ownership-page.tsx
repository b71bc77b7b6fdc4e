import { RemovedNote, type Listing, type Remover } from '../../catalogue/index.ts'
import type { SubmissionId } from '../../kernel/index.ts'
import {
  Actions,
  Button,
  ConnectorBreadcrumbs,
  Field,
  FormToken,
  href,
  LinkButton,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  usePageRequest,
} from '../../web/index.ts'
import { longestReason } from '../remove.ts'
import { HandOver } from './hand-over.tsx'
import type { TransferId } from '../transfer.ts'

export interface Sent {
  readonly form: 'removal' | 'offer'
  readonly text: string
  readonly error: string
}

export interface OwnershipPageProps {
  readonly listing: Listing
  readonly as: Remover
  /** Whether this person may take it down or hand it over. */
  readonly decides: boolean
  readonly name: string
  /** The newest that was published, from which a new version begins; for the publisher's people. */
  readonly submission: SubmissionId | undefined
  /** The offer that is open. */
  readonly offered: TransferId | undefined
  readonly sent: Sent | undefined
}

/** What is done with a listing besides using it. */
export function OwnershipPage(props: OwnershipPageProps) {
  const { t } = usePageRequest()
  const { listing, name } = props
  const title = t('ownership.title', { name })
  return (
    <Page title={title} narrow before={<ConnectorBreadcrumbs about={{ slug: listing.slug, name }} />}>
      <PageHeader title={title} lead={t('ownership.lead')} />
      <Stack gap="wide">
        {listing.removal === null ? null : <RemovedNote removal={listing.removal} />}
        <Change {...props} />
        <HandOver {...props} />
        <Removal {...props} />
      </Stack>
    </Page>
  )
}

/** The way to a new version, or back. */
function Change({ listing, submission }: OwnershipPageProps) {
  const { t, language } = usePageRequest()
  if (submission === undefined) return null
  const gone = listing.state === 'removed'
  return (
    <Section title={t(gone ? 'ownership.relist' : 'ownership.change')}>
      <Stack gap="tight">
        <p>{t(gone ? 'ownership.relist.text' : 'updates.begin.text')}</p>
        <Actions>
          <LinkButton kind="secondary" href={href(language, `${paths.submissions}/${submission}`)}>
            {t('ownership.change.submission')}
          </LinkButton>
        </Actions>
      </Stack>
    </Section>
  )
}

function Removal({ listing, as, decides, sent }: OwnershipPageProps) {
  const { t, language } = usePageRequest()
  if (listing.state === 'removed' || listing.state === 'unlisted') return null
  return (
    <Section title={t('ownership.remove')}>
      <Stack>
        <p>{t('ownership.remove.text')}</p>
        {decides ? (
          <form method="post" action={href(language, `/connectors/${listing.slug}/ownership/removal`)}>
            <FormToken />
            <Field
              type="textarea"
              name="reason"
              label={t('ownership.remove.reason')}
              hint={t(`ownership.remove.reason.${as}`)}
              required={as === 'operator'}
              rows={3}
              maxlength={longestReason}
              value={sent?.form === 'removal' ? sent.text : ''}
              error={sent?.form === 'removal' ? sent.error : undefined}
            />
            <Actions>
              <Button kind="danger">{t('ownership.remove.send')}</Button>
            </Actions>
          </form>
        ) : (
          <p class="muted">{t('ownership.owners')}</p>
        )}
      </Stack>
    </Section>
  )
}
