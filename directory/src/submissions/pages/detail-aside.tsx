import type { Report } from '@connectory/checker'
import {
  Button,
  DefinitionList,
  Details,
  FormToken,
  href,
  paths,
  Stack,
  Time,
  usePageRequest,
  type Definition,
  type Translate,
} from '../../web/index.ts'
import { allows } from '../model.ts'
import type { SubmissionView } from '../submissions.ts'
import { AsideCard } from './aside-card.tsx'
import type { Detail } from './detail-body.tsx'
import { AccountCard } from './test-account-page.tsx'
import { Timeline } from './timeline.tsx'

/** Facts, history, and what ends the submission. */
export function DetailAside({ detail }: { readonly detail: Detail }) {
  const { t } = usePageRequest()
  const { view, report } = detail
  return (
    <Stack>
      <AsideCard title={t('submissions.detail.facts')}>
        <DefinitionList items={[...facts(view, t), ...serverFacts(report, t)]} />
        {report === undefined ? null : <Download view={view} />}
      </AsideCard>
      <AsideCard title={t('submissions.detail.history')}>
        <Timeline view={view} />
      </AsideCard>
      {detail.owner ? <AccountCard {...detail} /> : null}
      {detail.owner ? <OwnRun view={view} /> : null}
      {detail.owner ? <Withdraw view={view} /> : null}
    </Stack>
  )
}

function facts({ submission, revision }: SubmissionView, t: Translate): Definition[] {
  const { attempt } = submission.state
  return [
    { term: t('submissions.detail.address'), value: <code>{revision.facts.serverUrl}</code> },
    { term: t('submissions.detail.submitted'), value: <Time at={submission.createdAt} /> },
    {
      term: t('submissions.detail.revision'),
      value: t('submissions.detail.revision-of', { revision: revision.number, attempt }),
    },
    {
      term: t('submissions.detail.publishing'),
      value: t(
        submission.publishOnApproval
          ? 'submissions.detail.publishing.yes'
          : 'submissions.detail.publishing.no',
      ),
    },
  ]
}

function serverFacts(report: Report | undefined, t: Translate): Definition[] {
  if (report === undefined) return []
  const { serverInfo, protocolVersion, toolCount } = report.server
  const named = serverInfo === null ? null : `${serverInfo.name} ${serverInfo.version}`
  const known: readonly (readonly [string, string | null])[] = [
    [t('submissions.detail.server'), named],
    [t('submissions.detail.protocol'), protocolVersion],
    [t('submissions.detail.tools'), toolCount === null ? null : String(toolCount)],
    [t('submissions.detail.policy'), report.policy],
  ]
  return known.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]))
}

function Download({ view }: { readonly view: SubmissionView }) {
  const { t, language } = usePageRequest()
  const { id, state } = view.submission
  return (
    <p>
      <a href={href(language, `${paths.submissions}/${id}/report.json?attempt=${state.attempt}`)} download>
        {t('submissions.action.download')}
      </a>
    </p>
  )
}

function OwnRun({ view }: { readonly view: SubmissionView }) {
  const { t, language } = usePageRequest()
  const { id, state } = view.submission
  if (!allows(state.status, 'proof-accepted')) return null
  return (
    <AsideCard title={t('proofs.proof.title')}>
      <p>{t('proofs.proof.card')}</p>
      <p>
        <a href={href(language, `${paths.submissions}/${id}/proof`)}>{t('proofs.proof.open')}</a>
      </p>
    </AsideCard>
  )
}

function Withdraw({ view }: { readonly view: SubmissionView }) {
  const { t, language } = usePageRequest()
  const { id, seen, state } = view.submission
  if (!allows(state.status, 'withdrawn')) return null
  return (
    <Details summary={t('submissions.action.withdraw')}>
      <form method="post" action={href(language, `${paths.submissions}/${id}/withdraw`)}>
        <FormToken />
        <input type="hidden" name="seen" value={seen} />
        <Stack gap="tight">
          <p>{t(state.updates === null ? 'submissions.action.withdraw-text' : 'updates.withdraw')}</p>
          <Button kind="danger" small>
            {t('submissions.action.withdraw-yes')}
          </Button>
        </Stack>
      </form>
    </Details>
  )
}
