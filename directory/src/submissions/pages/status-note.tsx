import { Callout, href, Time, usePageRequest, type CalloutKind, type TextKey } from '../../web/index.ts'
import type { SubmissionState } from '../model.ts'
import { isFate, type ShownStatus } from '../shown-status.ts'
import type { Detail } from './detail-body.tsx'
import { Grounds } from './grounds.tsx'

interface Note {
  readonly kind: CalloutKind
  readonly title: TextKey
  readonly text: TextKey
}

/** Where the submission stands and what comes next, in two sentences. */
export function StatusNote({ detail }: { readonly detail: Detail }) {
  const { t, language } = usePageRequest()
  const { state } = detail.view.submission
  const { kind, title, text } = noteShown(state, detail.shown)
  const clauses = state.objection?.clauses.join(', ') ?? ''
  return (
    <Callout kind={kind} title={t(title)}>
      <p>{t(text, { clauses })}</p>
      <Grounds objection={state.objection} />
      {awaits.includes(state.status) ? (
        <p class="muted small">
          {t('submissions.since')} <Time at={state.since} />
        </p>
      ) : null}
      <Deadline state={state} />
      <AppealNote state={state} />
      {state.status === 'published' && detail.slug !== undefined ? (
        <p>
          <a href={href(language, `/connectors/${detail.slug}`)}>{t('submissions.status.published.link')}</a>
        </p>
      ) : null}
    </Callout>
  )
}

/** On the form that answers a reviewer: what it has to answer. */
export function ObjectionNote({ state }: { readonly state: SubmissionState }) {
  const { t } = usePageRequest()
  if (state.objection?.by !== 'reviewer') return null
  const { kind, title, text } = noteOf(state)
  return (
    <Callout kind={kind} title={t(title)}>
      <p>{t(text)}</p>
      <Grounds objection={state.objection} />
      <Deadline state={state} />
    </Callout>
  )
}

/** Publishers see since when, never until when: nobody promises an answer (S007). */
const awaits: readonly SubmissionState['status'][] = ['in-review', 'second-approval', 'appealed']

/** Until when the publisher may answer. */
function Deadline({ state: { status, objection } }: { readonly state: SubmissionState }) {
  const { t } = usePageRequest()
  const deadline = objection?.deadline ?? null
  if (status !== 'changes-requested' || deadline === null) return null
  return (
    <p>
      <strong>
        {t('submissions.deadline')} <Time at={deadline} />
      </strong>{' '}
      {t('submissions.deadline.then')}
    </p>
  )
}

/** What was decided on an appeal. */
function AppealNote({ state: { appeal } }: { readonly state: SubmissionState }) {
  const { t } = usePageRequest()
  if (appeal === null) return null
  return (
    <>
      <p>{t(`submissions.appeal.${appeal.outcome}`)}</p>
      <blockquote class="prose">
        <p>{appeal.text}</p>
      </blockquote>
    </>
  )
}

function noteShown(state: SubmissionState, shown: ShownStatus): Note {
  if (!isFate(shown)) return noteOf(state)
  if (shown === 'removed') {
    return { kind: 'warn', title: 'ownership.status.removed', text: 'ownership.status.removed.text' }
  }
  return { kind: 'warn', title: `shell.status.${shown}`, text: `submissions.published.${shown}` }
}

function noteOf(state: SubmissionState): Note {
  switch (state.status) {
    case 'checking':
      return { kind: 'info', title: 'submissions.progress.title', text: 'submissions.progress.text' }
    case 'in-review':
      return inReview(state)
    case 'rejected':
      return state.objection?.by === 'check' ? note('bad', 'rejected-automatically') : note('bad', 'rejected')
    case 'changes-requested':
    case 'lapsed':
      return note('warn', state.status)
    case 'not-a-fit':
      return note('bad', state.status)
    case 'second-approval':
    case 'appealed':
      return note('info', state.status)
    case 'approved':
      return note('good', 'approved')
    case 'published':
      return note('good', 'published')
    case 'withdrawn':
      return note('info', 'withdrawn')
  }
}

function inReview({ verdict }: SubmissionState): Note {
  if (verdict === 'ready') return note('good', 'ready')
  return verdict === 'blocked' ? note('warn', 'blocked') : note('info', 'incomplete')
}

type NoteName =
  | 'ready'
  | 'blocked'
  | 'incomplete'
  | 'rejected-automatically'
  | 'rejected'
  | 'changes-requested'
  | 'second-approval'
  | 'lapsed'
  | 'not-a-fit'
  | 'appealed'
  | 'approved'
  | 'published'
  | 'withdrawn'

function note(kind: CalloutKind, name: NoteName): Note {
  return { kind, title: `submissions.status.${name}.title`, text: `submissions.status.${name}.text` }
}
