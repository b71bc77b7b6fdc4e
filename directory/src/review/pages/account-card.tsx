import { AccountState, AccountWords, type Words } from '../../test-accounts/index.ts'
import {
  Breadcrumbs,
  Button,
  Card,
  FormToken,
  href,
  Page,
  PageHeader,
  paths,
  usePageRequest,
} from '../../web/index.ts'
import type { Revision, Submission } from '../../submissions/index.ts'
import type { ConsoleProps } from './console.tsx'

/** Whether there is a test account, and the button that opens it for who has taken the case. */
export function AccountCard({ submission, revision, actions, account: view }: ConsoleProps) {
  const { t, language } = usePageRequest()
  const { account } = view
  if (account === undefined && revision.facts.auth !== 'oauth') return null
  const sealed = account !== undefined && account.end === null
  const obstacle = actions.find(({ name }) => name === 'open-account')?.obstacle ?? null
  return (
    <Card title={t('test-accounts.title')}>
      <AccountState view={view} />
      {sealed && obstacle === 'not-taken' ? <p>{t('test-accounts.open.take')}</p> : null}
      {sealed && obstacle === null ? (
        <form method="post" action={href(language, `${paths.review}/${submission.id}/test-account`)}>
          <FormToken />
          <p class="muted">{t('test-accounts.open.note')}</p>
          <Button kind="secondary">{t('test-accounts.open')}</Button>
        </form>
      ) : null}
    </Card>
  )
}

/** The answer to that button; no address of its own leads here. */
export function OpenedPage({
  submission,
  revision,
  words,
}: {
  readonly submission: Pick<Submission, 'id'>
  readonly revision: Revision
  readonly words: Words
}) {
  const { t, language } = usePageRequest()
  const { name } = revision.facts
  const title = t('test-accounts.of', { name })
  const back = href(language, `${paths.review}/${submission.id}`)
  return (
    <Page title={title} before={<Breadcrumbs items={[{ label: name, href: back }]} />} narrow>
      <PageHeader title={title} lead={t('test-accounts.opened.lead')} />
      <AccountWords words={words} />
    </Page>
  )
}
