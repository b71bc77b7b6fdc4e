import type { Child } from 'hono/jsx'
import type { Report } from '@connectory/checker'
import {
  Cluster,
  Details,
  ProgressSteps,
  Section,
  Stack,
  StatusPill,
  usePageRequest,
  WithAside,
  type Step,
} from '../../web/index.ts'
import type { Progress } from '../../probe/index.ts'
import type { ListingState } from '../../catalogue/index.ts'
import type { AccountView } from '../../test-accounts/index.ts'
import type { ShownStatus } from '../shown-status.ts'
import type { OfListing } from '../store-listing.ts'
import type { SubmissionView } from '../submissions.ts'
import { AnswerList } from './answer-list.tsx'
import { DetailAside } from './detail-aside.tsx'
import { Findings } from './findings.tsx'
import { NextAction } from './next-action.tsx'
import { needsSignIn, SignInNote } from './sign-in-note.tsx'
import { AppealForm, PublisherThread } from './speak-forms.tsx'
import { StatusNote } from './status-note.tsx'
import { UpdateNote } from './update-note.tsx'

/** Everything that the page of one submission shows. */
export interface Detail {
  readonly view: SubmissionView
  /** Of the current attempt; undefined while it runs. */
  readonly report: Report | undefined
  readonly progress: Progress
  /** Of the listing. */
  readonly slug: string | undefined
  readonly listingState: ListingState | undefined
  readonly shown: ShownStatus
  /** Every submission of the same listing, the newest first. */
  readonly siblings: readonly OfListing[]
  readonly account: AccountView
  /** True for the publisher's own people, who may act; reviewers only read here. */
  readonly owner: boolean
  /** Whether an approved submission can be published from here. */
  readonly mayPublish: boolean
  /** Of the listing, when something is wrong with it. */
  readonly note?: Child
}

/** What changes while a check runs; the live region asks for exactly this. */
export function DetailBody({ detail }: { readonly detail: Detail }) {
  const { report, view, progress } = detail
  const { status } = view.submission.state
  const askToSignIn = status === 'in-review' && report !== undefined && needsSignIn(report)
  return (
    <WithAside aside={<DetailAside detail={detail} />}>
      <Stack gap="wide">
        <Stack>
          <Cluster>
            <StatusPill status={detail.shown} />
          </Cluster>
          {detail.note}
          {status === 'checking' ? <CheckProgress progress={progress} /> : <StatusNote detail={detail} />}
          <UpdateNote detail={detail} />
          {askToSignIn && detail.slug !== undefined ? <SignInNote slug={detail.slug} /> : null}
          {detail.owner ? <NextAction detail={detail} /> : null}
          {detail.owner ? <AppealForm detail={detail} /> : null}
        </Stack>
        {detail.owner && status !== 'checking' ? <PublisherThread detail={detail} /> : null}
        <Answered detail={detail} />
        {report === undefined ? null : (
          <div aria-live="off">
            <Findings report={report} />
          </div>
        )}
      </Stack>
    </WithAside>
  )
}

/** What was answered beyond the short form. */
function Answered({ detail }: { readonly detail: Detail }) {
  const { t } = usePageRequest()
  const { answers } = detail.view.revision.facts
  if (answers === undefined) return null
  return (
    <Details summary={t('answers.yours')}>
      <AnswerList answers={answers} />
    </Details>
  )
}

/** The steps of a check in the order in which the checker takes them. */
const knownSteps = [
  'connect',
  'open',
  'tools',
  'sign-in',
  'tools-signed-in',
  'protocol',
  'login',
  'odd-requests',
  'documents',
  'call',
  'leave',
] as const

/** These show when they are taken: not every check takes them. */
const sometimes: readonly string[] = ['sign-in', 'tools-signed-in', 'call', 'leave']

export function CheckProgress({ progress }: { readonly progress: Progress }) {
  const { t } = usePageRequest()
  const title = progress.state === 'waiting' ? 'submissions.progress.waiting' : 'submissions.progress.title'
  const known = knownSteps.flatMap((id): Step[] => {
    const taken = progress.steps.find((step) => step.id === id)
    if (taken === undefined && sometimes.includes(id)) return []
    return [{ label: t(`submissions.step.${id}`), state: taken?.state ?? 'waiting' }]
  })
  const others = progress.steps
    .filter(({ id }) => !knownSteps.some((name) => name === id))
    .map(({ summary, state }): Step => ({ label: summary, state }))
  return (
    <Section title={t(title)} lead={t('submissions.progress.text')}>
      <ProgressSteps label={t('submissions.progress.label')} steps={[...known, ...others]} />
      <noscript>
        <p>
          <a href="">{t('submissions.progress.reload')}</a>
        </p>
      </noscript>
    </Section>
  )
}
