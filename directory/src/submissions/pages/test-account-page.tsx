import { Hono, type Context } from 'hono'
import { parseId, Problem, requireViewer, type AppEnv, type SubmissionId } from '../../kernel/index.ts'
import {
  AccountPart,
  AccountState,
  ConfirmButton,
  parseWords,
  type AccountView,
  type WordsForm,
} from '../../test-accounts/index.ts'
import {
  Breadcrumbs,
  flash,
  formIn,
  href,
  Page,
  paths,
  render,
  seeOther,
  usePageRequest,
} from '../../web/index.ts'
import type { SubmissionsDependencies, Submissions, SubmissionView } from '../submissions.ts'
import { ownedBy, phaseOf } from '../test-account.ts'
import { AsideCard } from './aside-card.tsx'

type Dependencies = Pick<SubmissionsDependencies, 'db' | 'testAccounts'> & {
  readonly submissions: Submissions
}
type PageContext = Context<AppEnv>

const path = `${paths.submissions}/:id/test-account`

/** Where the publisher of a submission gives, replaces and takes back its test account. */
export function testAccountRoutes(deps: Dependencies): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(path, (c) => show(c, deps))
    .post(path, (c) => give(c, deps))
    .post(`${path}/confirm`, async (c) => {
      const id = submissionId(c)
      await deps.submissions.confirmAccount(requireViewer(c), id)
      flash(c, 'good', 'test-accounts.confirmed.done')
      return seeOther(c, `${paths.submissions}/${id}`)
    })
    .post(`${path}/remove`, async (c) => {
      const id = submissionId(c)
      await deps.submissions.removeAccount(requireViewer(c), id)
      flash(c, 'good', 'test-accounts.removed')
      return seeOther(c, accountPath(id))
    })
}

function accountPath(id: SubmissionId): string {
  return `${paths.submissions}/${id}/test-account`
}

async function show(c: PageContext, deps: Dependencies, sent?: WordsForm): Promise<Response> {
  const viewer = requireViewer(c)
  const id = submissionId(c)
  const { listing } = await ownedBy(deps.db, viewer, id)
  const account = await deps.testAccounts.view(deps.db, { listing })
  const view = await deps.submissions.view(viewer, id)
  return await render(
    c,
    <AccountPage view={view} account={account} sent={sent} />,
    sent === undefined ? 200 : 422,
  )
}

async function give(c: PageContext, deps: Dependencies): Promise<Response> {
  const id = submissionId(c)
  const form = await formIn(c)
  const parsed = parseWords(form)
  if ('faults' in parsed) return await show(c, deps, form)
  await deps.submissions.giveAccount(requireViewer(c), id, parsed.words)
  flash(c, 'good', 'test-accounts.given')
  return seeOther(c, accountPath(id))
}

function submissionId(c: PageContext): SubmissionId {
  const id = parseId<SubmissionId>(c.req.param('id'))
  if (id === undefined) throw new Problem('not-found', 'There is no such submission.')
  return id
}

function AccountPage({
  view: { submission, revision },
  account,
  sent,
}: {
  readonly view: SubmissionView
  readonly account: AccountView
  readonly sent: WordsForm | undefined
}) {
  const { t, language } = usePageRequest()
  const back = href(language, `${paths.submissions}/${submission.id}`)
  const { name } = revision.facts
  const title = t('test-accounts.of', { name })
  return (
    <Page title={title} before={<Breadcrumbs items={[{ label: name, href: back }]} />} narrow>
      <AccountPart title={title} view={account} action={accountPath(submission.id)} sent={sent} />
    </Page>
  )
}

/** On the submission's page. Nothing where a server has no login and nobody gave an account. */
export function AccountCard({
  view,
  account,
}: {
  readonly view: SubmissionView
  readonly account: AccountView
}) {
  const { t, language } = usePageRequest()
  const { submission, revision } = view
  const needsOne = revision.facts.auth === 'oauth'
  if (account.account === undefined && !needsOne) return null
  const isSealed = account.account !== undefined && account.account.end === null
  const isWanted = needsOne && !isSealed && phaseOf(submission.state.status) === 'open'
  return (
    <AsideCard title={t('test-accounts.title')}>
      <AccountState view={account} />
      {isWanted ? <p>{t('test-accounts.wanted')}</p> : null}
      <ConfirmButton view={account} action={accountPath(submission.id)} />
      <p>
        <a href={href(language, accountPath(submission.id))}>{t('test-accounts.manage')}</a>
      </p>
    </AsideCard>
  )
}
