import { Hono, type Context } from 'hono'
import type { Child } from 'hono/jsx'
import { parseId, Problem, requireViewer, type AppEnv } from '../../kernel/index.ts'
import { faultTexts, judgePublicUrl, one, type FactsForm } from '../../submissions/index.ts'
import {
  Callout,
  flash,
  formIn,
  href,
  paths,
  render,
  renderFragment,
  seeOther,
  textIn,
} from '../../web/index.ts'
import type { Drafts, DraftsDependencies, Saved } from '../drafts.ts'
import { isNeeded, issuesOf } from '../issues.ts'
import { checkOf, lookable } from '../look.ts'
import { formOf, mostCharacters, type Draft, type DraftId } from '../model.ts'
import { previewOf } from '../preview.ts'
import { after, before, parseStep, type StepName } from '../steps.ts'
import { surroundings } from '../surroundings.ts'
import { parseWords, type WordsForm } from '../../test-accounts/index.ts'
import { PreviewPage } from './preview-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { Below } from './below.tsx'
import { SeenBody } from './seen-part.tsx'
import { labelOf, titleOf, type Shown } from './shown.ts'
import { signInFirst, SignInFirstPage } from './sign-in-first.tsx'
import { StartPage } from './start-page.tsx'
import { NotSaved, SaveState, SignedOut, StepPage, type StepProps } from './step-page.tsx'
import { draftPath, stepPath, StepsNav } from './steps-nav.tsx'

export interface PageDependencies extends DraftsDependencies {
  readonly drafts: Drafts
}

type PageContext = Context<AppEnv>

const oneDraft = `${paths.submissions}/drafts/:draft`

/** Pages of people who write a submission. Every one needs somebody who is signed in. */
export function draftRoutes(deps: PageDependencies): Hono<AppEnv> {
  const { drafts } = deps
  return new Hono<AppEnv>()
    .get(paths.submit, (c) => start(c, deps))
    .post(`${paths.submissions}/drafts`, (c) => begin(c, deps))
    .post(`${paths.submissions}/drafts/import`, (c) => importFile(c, deps))
    .get(oneDraft, (c) => resume(c, deps))
    .get(`${oneDraft}/seen`, (c) => seen(c, deps))
    .post(`${oneDraft}/look`, async (c) => {
      const id = draftId(c)
      const step = parseStep(one((await formIn(c))['step'])) ?? 'server'
      const away = signInFirst(c, stepPath({ id }, step))
      if (away !== undefined) return away
      await drafts.look(requireViewer(c), id)
      return seeOther(c, stepPath({ id }, step))
    })
    .post(`${oneDraft}/send`, (c) => signInFirst(c, pageOf(c, 'review')) ?? send(c, deps))
    .post(`${oneDraft}/discard`, async (c) => {
      const away = signInFirst(c, pageOf(c, 'review'))
      if (away !== undefined) return away
      await drafts.discard(requireViewer(c), draftId(c))
      flash(c, 'good', 'drafts.discarded')
      return seeOther(c, paths.submit)
    })
    .get(`${oneDraft}/preview`, (c) => preview(c, deps))
    .post(`${oneDraft}/domain-proof`, (c) => signInFirst(c, pageOf(c, 'server')) ?? proveDomain(c, deps))
    .post(
      `${oneDraft}/test-account`,
      (c) => signInFirst(c, pageOf(c, 'test'), 'lost') ?? giveAccount(c, deps),
    )
    .post(`${oneDraft}/test-account/remove`, async (c) => {
      const away = signInFirst(c, pageOf(c, 'test'))
      if (away !== undefined) return away
      const id = draftId(c)
      await drafts.removeAccount(requireViewer(c), id)
      flash(c, 'good', 'test-accounts.removed')
      return seeOther(c, stepPath({ id }, 'test'))
    })
    .get(`${oneDraft}/:step`, (c) => stepPage(c, deps))
    .post(`${oneDraft}/:step`, (c) => save(c, deps))
}

function draftId(c: PageContext): DraftId {
  const id = parseId<DraftId>(c.req.param('draft'))
  if (id === undefined) throw new Problem('not-found', 'There is no such draft.')
  return id
}

function pageOf(c: PageContext, step: StepName): string {
  return stepPath({ id: draftId(c) }, step)
}

function stepIn(c: PageContext): StepName {
  const step = parseStep(c.req.param('step'))
  if (step === undefined) throw new Problem('not-found', 'A draft has no such page.')
  return step
}

async function shownOf(deps: PageDependencies, draft: Draft): Promise<Shown> {
  const { report, account, domain, around } = await surroundings(deps, draft)
  const { submission, attempt } = checkOf(draft)
  const form = formOf(draft.fields)
  return {
    draft,
    report,
    account,
    domain,
    contact: around.contact,
    progress: draft.looks === 0 ? undefined : await deps.probe.progress(submission, attempt),
    issues: issuesOf(form, around),
    isNeeded: (field) => isNeeded(field, form, around),
  }
}

async function start(c: PageContext, { drafts }: PageDependencies): Promise<Response> {
  const address = c.req.query('url') ?? ''
  return await render(c, <StartPage drafts={await drafts.list(requireViewer(c))} address={address} />)
}

async function begin(c: PageContext, { drafts, config }: PageDependencies): Promise<Response> {
  const form = await formIn(c)
  const address = one(form['serverUrl']).trim()
  const away = signInFirst(c, `${paths.submit}?url=${encodeURIComponent(address)}`)
  if (away !== undefined) return away
  const viewer = requireViewer(c)
  const judged = address === '' ? { url: '' } : judgePublicUrl(address, config)
  if ('fault' in judged) {
    const errors = faultTexts({ serverUrl: { code: judged.fault } }, form, c.get('t'))
    const page = (
      <StartPage drafts={await drafts.list(viewer)} address={address} error={errors['serverUrl'] ?? ''} />
    )
    return await render(c, page, 422)
  }
  const { id } = await drafts.begin(viewer, { serverUrl: judged.url })
  return seeOther(c, stepPath({ id }, 'server'))
}

async function reviewPage(c: PageContext, deps: PageDependencies, shown: Shown, fault?: Child) {
  const form = formOf(shown.draft.fields)
  const alike = await deps.catalogue.alike({
    name: one(form['name']),
    serverUrl: lookable(deps, shown.draft) ?? '',
  })
  const answer = <ReviewPage shown={shown} fault={fault} alike={alike} />
  return await render(c, answer, fault === undefined ? 200 : 409)
}

async function preview(c: PageContext, deps: PageDependencies): Promise<Response> {
  const draft = await deps.drafts.get(requireViewer(c), draftId(c))
  const shown = await shownOf(deps, draft)
  const version = previewOf(formOf(draft.fields), shown.report, titleOf(draft, c.get('t')))
  return await render(c, <PreviewPage shown={shown} version={version} />)
}

/** A file, or its text in a field of the same name. */
async function importFile(c: PageContext, { drafts }: PageDependencies): Promise<Response> {
  const away = signInFirst(c, paths.submit, 'lost')
  if (away !== undefined) return away
  const viewer = requireViewer(c)
  const { file } = await c.req.parseBody()
  const imported = await drafts.import(viewer, file instanceof File ? await file.text() : textIn(file))
  if (imported.kind === 'draft') {
    flash(c, 'good', 'drafts.imported')
    return seeOther(c, draftPath(imported.draft))
  }
  const fault = c.get('t')(imported.why, imported.params)
  return await render(c, <StartPage drafts={await drafts.list(viewer)} address="" importFault={fault} />, 422)
}

/** To the first page on which something is open. */
async function resume(c: PageContext, deps: PageDependencies): Promise<Response> {
  const draft = await deps.drafts.get(requireViewer(c), draftId(c))
  const { issues } = await shownOf(deps, draft)
  const first = issues.find(({ level }) => level === 'must')?.step ?? 'review'
  return c.redirect(href(c.get('language'), stepPath(draft, first)), 302)
}

async function stepPage(c: PageContext, deps: PageDependencies): Promise<Response> {
  const step = stepIn(c)
  const draft = await deps.drafts.get(requireViewer(c), draftId(c))
  if (draft.submission !== null) {
    return c.redirect(href(c.get('language'), `${paths.submissions}/${draft.submission}`), 302)
  }
  const shown = await shownOf(deps, draft)
  if (step === 'review') return await reviewPage(c, deps, shown)
  return await render(c, page({ shown, step, strict: c.req.query('open') !== undefined }))
}

function page({ account, ...props }: StepProps & { readonly account?: WordsForm }) {
  return <StepPage {...props} below={<Below {...props} account={account} />} />
}

async function proveDomain(c: PageContext, { drafts }: PageDependencies): Promise<Response> {
  const id = draftId(c)
  const proof = await drafts.proveDomain(requireViewer(c), id)
  if (proof === undefined) flash(c, 'warn', 'proofs.domain.not-found')
  else flash(c, 'good', 'proofs.domain.found')
  return seeOther(c, stepPath({ id }, 'server'))
}

/** Of its own form: what autosave sends never has it. */
async function giveAccount(c: PageContext, deps: PageDependencies): Promise<Response> {
  const viewer = requireViewer(c)
  const id = draftId(c)
  const form = await formIn(c)
  const parsed = parseWords(form)
  if ('faults' in parsed) {
    const shown = await shownOf(deps, await deps.drafts.get(viewer, id))
    return await render(c, page({ shown, step: 'test', account: form }), 422)
  }
  await deps.drafts.giveAccount(viewer, id, parsed.words)
  flash(c, 'good', 'test-accounts.given')
  return seeOther(c, stepPath({ id }, 'test'))
}

async function seen(c: PageContext, deps: PageDependencies): Promise<Response> {
  const draft = await deps.drafts.get(requireViewer(c), draftId(c))
  const shown = await shownOf(deps, draft)
  const step = parseStep(c.req.query('step')) ?? 'server'
  return await renderFragment(c, <SeenBody shown={shown} step={step} />, { done: shown.report !== undefined })
}

async function save(c: PageContext, deps: PageDependencies): Promise<Response> {
  const step = stepIn(c)
  const values = await formIn(c)
  const revision = Number(values['revision'])
  const auto = c.req.header('x-autosave') !== undefined
  if (c.get('viewer') === null) {
    if (auto) return await renderFragment(c, <SignedOut />, { status: 401 })
    return await render(c, <SignInFirstPage action={pageOf(c, step)} typed={values} />, 401)
  }
  const saved = await deps.drafts.save(requireViewer(c), draftId(c), { step, revision, values })
  const shown = await shownOf(deps, saved.draft)
  c.header('x-draft-revision', String(saved.draft.revision))
  if (auto) return await autosaved(c, shown, step, saved)
  if (saved.kind !== 'saved') return await refused(c, shown, step, values, saved)
  return seeOther(c, stepPath(saved.draft, next(step, one(values['go']))))
}

function next(step: StepName, go: string): StepName {
  if (go === 'save') return step
  return (go === 'back' ? before(step) : after(step)) ?? step
}

/** What was typed stays on the page. */
async function refused(
  c: PageContext,
  shown: Shown,
  step: StepName,
  typed: FactsForm,
  saved: Exclude<Saved, { kind: 'saved' }>,
): Promise<Response> {
  if (saved.kind === 'conflict') {
    return await render(c, page({ shown, step, typed, conflict: saved.fields }), 409)
  }
  return await render(c, page({ shown, step, typed, errors: unkeptTexts(c, saved.unkept) }), 422)
}

function unkeptTexts(c: PageContext, unkept: Extract<Saved, { kind: 'partly' }>['unkept']) {
  const t = c.get('t')
  return Object.fromEntries(
    [...unkept].map(([field, why]) => {
      const named = { field: labelOf(field, t), limit: mostCharacters }
      return [field, t(why === 'too-much' ? 'drafts.too-much' : 'submissions.fault.credentials', named)]
    }),
  )
}

async function autosaved(c: PageContext, shown: Shown, step: StepName, saved: Saved): Promise<Response> {
  const t = c.get('t')
  const fault =
    saved.kind === 'conflict'
      ? t('drafts.conflict.autosave')
      : saved.kind === 'partly'
        ? Object.values(unkeptTexts(c, saved.unkept)).join(' ')
        : undefined
  const parts = (
    <>
      {fault === undefined ? <SaveState shown={shown} /> : <NotSaved>{fault}</NotSaved>}
      <StepsNav draft={shown.draft} issues={shown.issues} current={step} />
    </>
  )
  return await renderFragment(c, parts, { status: saved.kind === 'conflict' ? 409 : 200 })
}

async function send(c: PageContext, deps: PageDependencies): Promise<Response> {
  const viewer = requireViewer(c)
  const id = draftId(c)
  const revision = Number((await formIn(c))['revision'])
  try {
    const submission = await deps.drafts.send(viewer, id, { revision })
    flash(c, 'good', 'submissions.submit.done')
    return seeOther(c, `${paths.submissions}/${submission}`)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'already-exists') throw error
    const draft = await deps.drafts.get(viewer, id)
    const fault = (
      <Callout kind="warn" title={c.get('t')('drafts.taken')}>
        <p>{c.get('t')('submissions.fault.duplicate')}</p>
      </Callout>
    )
    return await reviewPage(c, deps, await shownOf(deps, draft), fault)
  }
}
