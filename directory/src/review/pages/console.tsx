import type { Report } from '@connectory/checker'
import {
  VersionChanges,
  type Compared,
  type ListingVersion,
  type Removal,
  type RevisionFacts,
  type Tool,
} from '../../catalogue/index.ts'
import { AnswerList, type PastEvent, type Revision, type Submission } from '../../submissions/index.ts'
import {
  Details,
  Breadcrumbs,
  Button,
  Callout,
  Card,
  FormToken,
  href,
  Page,
  PageHeader,
  paths,
  Section,
  Stack,
  StatusPill,
  usePageRequest,
  WithAside,
} from '../../web/index.ts'
import type { Update } from '../change-of.ts'
import type { DocumentChange } from '../document-diff.ts'
import type { Action, Attestable, GateAnswer } from '../model.ts'
import type { ShownClaim } from '../review.ts'
import type { ContactState } from '../../notices/index.ts'
import type { DomainProof } from '../../proofs/index.ts'
import type { AccountView } from '../../test-accounts/index.ts'
import { AccountCard } from './account-card.tsx'
import { ClaimCard } from './claim-card.tsx'
import { DecisionForm } from './decision-form.tsx'
import { Documents } from './documents.tsx'
import { Exchanges } from './exchanges.tsx'
import { Extent } from './extent.tsx'
import { Facts } from './facts.tsx'
import { Findings } from './findings.tsx'
import { History } from './history.tsx'
import { Gates } from './queue.tsx'
import { ToolList } from './tool-list.tsx'
import { AppealForm } from './appeal-form.tsx'
import { ThreadCard } from './thread-card.tsx'
import { WaiverForm } from './waiver-form.tsx'

/** Everything the console shows, read at one moment. */
export interface ConsoleProps {
  readonly submission: Submission
  readonly revision: Revision
  readonly past: readonly PastEvent[]
  readonly claim: ShownClaim | null
  readonly account: AccountView
  /** Whether who submitted it can be reached by e-mail. */
  readonly contact: ContactState
  /** That the publisher has the site of the server. */
  readonly domain: DomainProof | undefined
  readonly report: Report | undefined
  readonly tools: readonly Tool[]
  readonly toolsSeen: boolean
  readonly gates: readonly GateAnswer[]
  readonly actions: readonly Action[]
  readonly missing: readonly Attestable[]
  readonly waivable: readonly string[]
  /** What it changes of the version that is listed. */
  readonly update: Update | undefined
  readonly documents: readonly DocumentChange[]
  /** Why it was taken out of the directory; null while it is there. */
  readonly removal: Removal | null
  readonly before: ListingVersion | undefined
  /** The revision that was decided on before this one. */
  readonly earlier: Compared | undefined
  readonly proposed: RevisionFacts | undefined
  /** What was sent with a form that was refused, and why. */
  readonly sent: Sent | undefined
}

export interface Sent {
  readonly form: 'decision' | 'waiver' | 'appeal' | 'reply'
  readonly values: Readonly<Record<string, string>>
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly errors: Readonly<Record<string, string>>
}

export function ConsolePage(props: ConsoleProps) {
  const { t, language } = usePageRequest()
  const { submission, revision } = props
  const title = t('review.console.title', { name: revision.facts.name })
  return (
    <Page
      title={title}
      before={
        <Breadcrumbs items={[{ label: t('review.queue.title'), href: href(language, paths.review) }]} />
      }
    >
      <PageHeader
        title={title}
        lead={revision.facts.tagline}
        eyebrow={<StatusPill status={submission.state.status} />}
        actions={<CheckAgain {...props} />}
      />
      <WithAside aside={<Aside {...props} />}>
        <Main {...props} />
      </WithAside>
    </Page>
  )
}

function Main(props: ConsoleProps) {
  const { t } = usePageRequest()
  const { report, revision, before, earlier, proposed, tools } = props
  return (
    <>
      <Second {...props} />
      <Extent {...props} />
      {props.gates.length === 0 ? null : (
        <Section title={t('review.console.why')}>
          <Gates gates={props.gates} />
        </Section>
      )}
      {before === undefined || proposed === undefined ? null : (
        <Changes
          title={t('review.console.diff', { version: String(before.version) })}
          before={before}
          after={{ ...proposed, tools }}
        />
      )}
      <Documents {...props} />
      {earlier === undefined || proposed === undefined ? null : (
        <Changes
          title={t('review.console.diff.revision', { version: String(revision.number - 1) })}
          before={earlier}
          after={{ ...proposed, tools }}
        />
      )}
      {report === undefined ? (
        <Callout title={t('review.console.no-report')}>
          <p>{t('review.console.no-report.do')}</p>
        </Callout>
      ) : (
        <Findings report={report} waivers={props.submission.state.waivers} />
      )}
      <Section title={t('review.console.facts')}>
        <Stack>
          <Facts {...props} />
          {revision.facts.answers === undefined ? null : (
            <Details summary={t('review.console.answers')}>
              <AnswerList answers={revision.facts.answers} />
            </Details>
          )}
        </Stack>
      </Section>
      {report === undefined ? null : <ToolList tools={tools} seen={props.toolsSeen} />}
      {report === undefined ? null : <Exchanges report={report} />}
    </>
  )
}

/** That two people approve, and whether the first has. */
function Second({ submission: { state } }: ConsoleProps) {
  const { t } = usePageRequest()
  if (state.risks.length === 0 || (state.status !== 'in-review' && state.status !== 'second-approval'))
    return null
  return (
    <Callout kind="warn" title={t('review.second.title')}>
      <p>{t(state.approvals.length === 0 ? 'review.second.none' : 'review.second.one')}</p>
    </Callout>
  )
}

function Aside(props: ConsoleProps) {
  const { t } = usePageRequest()
  return (
    <>
      <ClaimCard {...props} />
      <AccountCard {...props} />
      <DecisionForm {...props} />
      <AppealForm {...props} />
      <WaiverForm {...props} />
      <ThreadCard {...props} />
      <Card title={t('review.console.history')}>
        <History past={props.past} submission={props.submission} />
      </Card>
    </>
  )
}

function Changes(props: { readonly title: string; readonly before: Compared; readonly after: Compared }) {
  return (
    <Section title={props.title}>
      <VersionChanges {...props} />
    </Section>
  )
}

function CheckAgain({ submission, actions }: ConsoleProps) {
  const { t, language } = usePageRequest()
  const action = actions.find(({ name }) => name === 'check-again')
  if (action === undefined || action.obstacle !== null) return null
  return (
    <form method="post" action={href(language, `/review/${submission.id}/check`)}>
      <Stack>
        <FormToken />
        <input type="hidden" name="seen" value={String(submission.seen)} />
        <Button kind="secondary">{t('review.check-again')}</Button>
      </Stack>
    </form>
  )
}
