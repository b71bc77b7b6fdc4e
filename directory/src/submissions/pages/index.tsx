import { Hono, type Context } from 'hono'
import { reportDownload } from '../api.ts'
import { isOwner } from '../find-submission.ts'
import { formOf, type FactsForm } from '../form-values.ts'
import { parseFacts } from '../parse-facts.ts'
import { shownStatus, withShownStatus } from '../shown-status.ts'
import type { Submissions, SubmissionsDependencies, SubmissionView } from '../submissions.ts'
import {
  parseId,
  Problem,
  requireViewer,
  type AppEnv,
  type SubmissionId,
  type Viewer,
} from '../../kernel/index.ts'
import {
  flash,
  formIn,
  href,
  paths,
  render,
  renderFragment,
  seeOther,
  type TextKey,
} from '../../web/index.ts'
import { DetailBody, type Detail } from './detail-body.tsx'
import { DetailPage } from './detail-page.tsx'
import { faultTexts } from './fault-text.ts'
import { MinePage } from './mine-page.tsx'
import { ResubmitPage, SubmitPage, UpdatePage } from './submit-page.tsx'
import { testAccountRoutes } from './test-account-page.tsx'

export interface PageDependencies extends Pick<
  SubmissionsDependencies,
  | 'db'
  | 'testAccounts'
  | 'probe'
  | 'catalogue'
  | 'config'
  | 'publish'
  | 'listingNote'
  | 'draftsNote'
  | 'stoppedAmong'
> {
  readonly submissions: Submissions
}

type PageContext = Context<AppEnv>

/** All questions of the short form on one page; the page that begins a draft leads here. */
const wholeForm = `${paths.submit}/form`

/** Pages of publishers. Every one needs somebody who is signed in. */
export function submissionRoutes(deps: PageDependencies): Hono<AppEnv> {
  const { submissions } = deps
  const app = new Hono<AppEnv>()
  app.get('/submit', (c) => c.redirect(href(c.get('language'), paths.submit), 302))
  app.get(wholeForm, (c) => newForm(c, deps))
  app.post(paths.submit, (c) => submitForm(c, deps))
  app.get(paths.submissions, async (c) => {
    const viewer = requireViewer(c)
    const note = await deps.draftsNote?.(viewer)
    const rows = await withShownStatus(deps, await submissions.mine(viewer))
    return await render(c, <MinePage rows={rows} note={note} />)
  })
  app.get(`${paths.submissions}/:id`, async (c) => render(c, <DetailPage detail={await detailOf(c, deps)} />))
  app.get(`${paths.submissions}/:id/live`, async (c) => {
    const detail = await detailOf(c, deps)
    const done = detail.view.submission.state.status !== 'checking'
    return await renderFragment(c, <DetailBody detail={detail} />, { done })
  })
  app.get(`${paths.submissions}/:id/report.json`, (c) => reportDownload(c, deps, submissionId(c)))
  app.get(`${paths.submissions}/:id/edit`, async (c) => editForm(c, deps))
  app.post(`${paths.submissions}/:id/edit`, (c) => resubmitForm(c, deps))
  app.get(`${paths.submissions}/:id/update`, (c) => updateForm(c, deps))
  app.post(`${paths.submissions}/:id/update`, (c) => sendUpdate(c, deps))
  app.post(`${paths.submissions}/:id/again`, (c) =>
    act(c, 'submissions.again.done', (viewer, id, seen) => submissions.resubmit(viewer, id, { seen })),
  )
  app.post(`${paths.submissions}/:id/check`, (c) =>
    act(c, 'submissions.again.done', (viewer, id, seen) => submissions.requestCheck(viewer, id, { seen })),
  )
  app.post(`${paths.submissions}/:id/publish`, (c) =>
    act(c, 'submissions.publish.done', async (viewer, id, seen) => {
      if (deps.publish === undefined) throw new Problem('not-found', 'Publishing later is not offered here.')
      await deps.publish(viewer, id, { seen })
    }),
  )
  app.post(`${paths.submissions}/:id/replies`, (c) =>
    act(c, 'submissions.thread.done', (viewer, id, _seen, text) => submissions.reply(viewer, id, text)),
  )
  app.post(`${paths.submissions}/:id/appeal`, (c) =>
    act(c, 'submissions.appeal.done', (viewer, id, seen, text) =>
      submissions.appeal(viewer, id, { seen, text }),
    ),
  )
  app.post(`${paths.submissions}/:id/withdraw`, (c) =>
    act(c, 'submissions.withdraw.done', (viewer, id, seen) => submissions.withdraw(viewer, id, { seen })),
  )
  app.route('/', testAccountRoutes(deps))
  return app
}

function submissionId(c: PageContext): SubmissionId {
  const id = parseId<SubmissionId>(c.req.param('id'))
  if (id === undefined) throw new Problem('not-found', 'There is no such submission.')
  return id
}

async function detailOf(
  c: PageContext,
  { db, submissions, probe, catalogue, testAccounts, publish, listingNote, stoppedAmong }: PageDependencies,
): Promise<Detail> {
  const viewer = requireViewer(c)
  const view = await submissions.view(viewer, submissionId(c))
  const { id, state, listing } = view.submission
  const [report, progress, found, note, siblings, account, stopped] = await Promise.all([
    probe.report(id, state.attempt),
    probe.progress(id, state.attempt),
    catalogue.byId(listing),
    listingNote?.(listing),
    submissions.ofListing(listing),
    testAccounts.view(db, { listing }),
    stoppedAmong?.([listing]),
  ])
  const owner = isOwner(viewer, view.submission)
  return {
    view,
    report: report?.report,
    progress,
    slug: found?.slug,
    listingState: found?.state,
    shown: shownStatus(state.status, found, stopped?.has(listing) === true),
    siblings,
    account,
    owner,
    mayPublish: publish !== undefined,
    note,
  }
}

function newForm(c: PageContext, { publish }: PageDependencies): Promise<Response> {
  const viewer = requireViewer(c)
  const values = {
    publishOnApproval: 'yes',
    publisherName: viewer.name,
    serverUrl: c.req.query('url') ?? '',
  }
  return render(c, <SubmitPage values={values} errors={{}} mayWait={publish !== undefined} />)
}

async function submitForm(
  c: PageContext,
  { submissions, config, publish }: PageDependencies,
): Promise<Response> {
  const viewer = requireViewer(c)
  const values = await formIn(c)
  const mayWait = publish !== undefined
  const parsed = parseFacts(values, config)
  if ('faults' in parsed) {
    const errors = faultTexts(parsed.faults, values, c.get('t'))
    return await render(c, <SubmitPage values={values} errors={errors} mayWait={mayWait} />, 422)
  }
  const { facts } = parsed
  try {
    const publishOnApproval = !mayWait || values['publishOnApproval'] !== undefined
    const { id } = await submissions.submit(viewer, facts, { publishOnApproval })
    return toDetail(c, id, 'submissions.submit.done')
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'already-exists') throw error
    const duplicate = await submissions.duplicateOf(viewer, facts.serverUrl)
    const key = duplicate === undefined ? 'submissions.fault.duplicate' : 'submissions.fault.duplicate-own'
    const errors = { serverUrl: c.get('t')(key) }
    const page = <SubmitPage values={values} errors={errors} mayWait={mayWait} duplicate={duplicate} />
    return await render(c, page, 409)
  }
}

async function editForm(c: PageContext, { submissions }: PageDependencies): Promise<Response> {
  const view = await submissions.view(requireViewer(c), submissionId(c))
  return await render(c, resubmitPage(view, formOf(view.revision.facts), {}, view.submission.seen))
}

async function resubmitForm(c: PageContext, { submissions, config }: PageDependencies): Promise<Response> {
  const viewer = requireViewer(c)
  const id = submissionId(c)
  const values = await formIn(c)
  const seen = Number(values['seen'])
  const parsed = parseFacts(values, config)
  if ('faults' in parsed) {
    const view = await submissions.view(viewer, id)
    const errors = faultTexts(parsed.faults, values, c.get('t'))
    return await render(c, resubmitPage(view, values, errors, seen), 422)
  }
  await submissions.resubmit(viewer, id, { seen, facts: parsed.facts })
  return toDetail(c, id, 'submissions.edit.done')
}

async function updateForm(c: PageContext, { submissions, publish }: PageDependencies): Promise<Response> {
  const { submission, revision } = await submissions.view(requireViewer(c), submissionId(c))
  const values = { ...formOf(revision.facts), publishOnApproval: 'yes' }
  const { name } = revision.facts
  const about = { id: submission.id, name, seen: submission.seen, mayWait: publish !== undefined }
  return await render(c, <UpdatePage {...about} values={values} errors={{}} />)
}

async function sendUpdate(
  c: PageContext,
  { submissions, config, publish }: PageDependencies,
): Promise<Response> {
  const viewer = requireViewer(c)
  const id = submissionId(c)
  const values = await formIn(c)
  const seen = Number(values['seen'])
  const mayWait = publish !== undefined
  const parsed = parseFacts(values, config)
  if ('faults' in parsed) {
    const { name } = (await submissions.view(viewer, id)).revision.facts
    const errors = faultTexts(parsed.faults, values, c.get('t'))
    return await render(c, <UpdatePage {...{ id, name, seen, mayWait, values, errors }} />, 422)
  }
  const publishOnApproval = !mayWait || values['publishOnApproval'] !== undefined
  const begun = await submissions.update(viewer, id, { seen, facts: parsed.facts, publishOnApproval })
  return toDetail(c, begun.id, 'updates.done')
}

function resubmitPage(
  { submission, revision }: SubmissionView,
  values: FactsForm,
  errors: Readonly<Record<string, string>>,
  seen: number,
) {
  const { id, state } = submission
  const { name } = revision.facts
  return <ResubmitPage {...{ id, state, name, seen, values, errors }} />
}

async function act(
  c: PageContext,
  done: TextKey,
  verb: (viewer: Viewer, id: SubmissionId, seen: number, text: string) => Promise<unknown>,
): Promise<Response> {
  const viewer = requireViewer(c)
  const id = submissionId(c)
  const form = await formIn(c)
  await verb(viewer, id, Number(form['seen']), [form['text'] ?? ''].flat().join('\n'))
  return toDetail(c, id, done)
}

function toDetail(c: PageContext, id: SubmissionId, done: TextKey): Response {
  flash(c, 'good', done)
  return seeOther(c, `${paths.submissions}/${id}`)
}
