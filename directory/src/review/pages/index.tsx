import { Hono, type Context } from 'hono'
import { parseId, Problem, requireRole, type AppEnv, type SubmissionId } from '../../kernel/index.ts'
import { flash, paths, render, seeOther } from '../../web/index.ts'
import { loadConsole } from '../load-console.ts'
import { parseAppeal, parseDecision, parseWaiver, seenIn, type SentForm } from '../parse-form.ts'
import type { Review, ReviewDependencies } from '../review.ts'
import { windowDays } from '../statistics.ts'
import { OpenedPage } from './account-card.tsx'
import { ConsolePage, type Sent } from './console.tsx'
import { QueuePage } from './queue.tsx'
import { StatisticsPage } from './statistics.tsx'

type PageContext = Context<AppEnv>

/** Pages of reviewers, where everybody else gets the problem that says which role is needed; statistics for everybody. */
export function reviewPages(deps: ReviewDependencies, review: Review): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get(paths.review, async (c) => {
    const viewer = requireRole(c, 'reviewer')
    return await render(c, <QueuePage entries={await review.queue(viewer)} />)
  })
  app.get(paths.statistics, (c) => statisticsPage(c, review))
  app.get(`${paths.review}/:id`, (c) => show(c, deps))
  app.post(`${paths.review}/:id/claim`, async (c) => {
    const { id } = await review.claim(requireRole(c, 'reviewer'), submissionId(c))
    flash(c, 'good', 'review.claim.done')
    return toConsole(c, id)
  })
  app.post(`${paths.review}/:id/give-back`, async (c) => {
    await review.giveBack(requireRole(c, 'reviewer'), submissionId(c))
    flash(c, 'info', 'review.claim.given-back')
    return seeOther(c, paths.review)
  })
  app.post(`${paths.review}/:id/test-account`, async (c) => {
    const viewer = requireRole(c, 'reviewer')
    const id = submissionId(c)
    const words = await review.openAccount(viewer, id)
    const revision = await deps.submissions.revision(deps.db, id)
    return await render(c, <OpenedPage submission={{ id }} revision={revision} words={words} />)
  })
  app.post(`${paths.review}/:id/decisions`, async (c) => {
    const viewer = requireRole(c, 'reviewer')
    const form = await sentForm(c)
    return await answered(c, deps, { form, name: 'decision' }, async (id) => {
      const decision = parseDecision(form)
      const { state } = await review.decide(viewer, id, decision)
      const done = state.status === 'second-approval' ? 'approve-first' : decision.decision
      flash(c, 'good', `review.decide.done.${done}`)
    })
  })
  app.post(`${paths.review}/:id/appeal`, async (c) => {
    const viewer = requireRole(c, 'reviewer')
    const form = await sentForm(c)
    return await answered(c, deps, { form, name: 'appeal' }, async (id) => {
      const appeal = parseAppeal(form)
      await review.decideAppeal(viewer, id, appeal)
      flash(c, 'good', appeal.granted ? 'review.appeal.done.grant' : 'review.appeal.done.refuse')
    })
  })
  app.post(`${paths.review}/:id/replies`, async (c) => {
    const viewer = requireRole(c, 'reviewer')
    const form = await sentForm(c)
    return await answered(c, deps, { form, name: 'reply' }, async (id) => {
      await deps.submissions.reply(viewer, id, form.values['message'] ?? '')
      flash(c, 'good', 'submissions.thread.done')
    })
  })
  app.post(`${paths.review}/:id/waivers`, async (c) => {
    const viewer = requireRole(c, 'reviewer')
    const form = await sentForm(c)
    return await answered(c, deps, { form, name: 'waiver' }, async (id) => {
      await review.waive(viewer, id, parseWaiver(form))
      flash(c, 'good', 'review.waive.done')
    })
  })
  app.post(`${paths.review}/:id/check`, async (c) => {
    const viewer = requireRole(c, 'reviewer')
    const id = submissionId(c)
    await deps.submissions.requestCheck(viewer, id, { seen: seenIn(await sentForm(c)) })
    flash(c, 'info', 'review.check-again.done')
    return toConsole(c, id)
  })
  return app
}

/** 90 days, unless another period is asked for. */
async function statisticsPage(c: PageContext, review: Review): Promise<Response> {
  const statistics = await review.statistics()
  const days = windowDays.find((one) => String(one) === c.req.query('days')) ?? windowDays[1]
  const shown = statistics.windows.find((one) => one.days === days)
  if (shown === undefined) throw new Error(`No figures of ${days} days were counted.`)
  return await render(c, <StatisticsPage statistics={statistics} shown={shown} />)
}

async function show(c: PageContext, deps: ReviewDependencies, sent?: Sent): Promise<Response> {
  const viewer = requireRole(c, 'reviewer')
  const loaded = await loadConsole(deps, viewer, submissionId(c))
  return await render(c, <ConsolePage {...loaded} sent={sent} />, sent === undefined ? 200 : 422)
}

/** POST, redirect, GET; a form with mistakes comes back filled in, each mistake beside its field. */
async function answered(
  c: PageContext,
  deps: ReviewDependencies,
  { form, name }: { readonly form: SentForm; readonly name: Sent['form'] },
  work: (id: SubmissionId) => Promise<void>,
): Promise<Response> {
  const id = submissionId(c)
  try {
    await work(id)
    return toConsole(c, id)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error
    return await show(c, deps, { form: name, values: form.values, lists: form.lists, errors: error.fields })
  }
}

async function sentForm(c: PageContext): Promise<SentForm> {
  const body = await c.req.parseBody({ all: true })
  const entries = Object.entries(body).map(([name, value]) => {
    const all = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string')
    return [name, all] as const
  })
  return {
    values: Object.fromEntries(entries.map(([name, all]) => [name, all[0] ?? ''])),
    lists: Object.fromEntries(entries),
  }
}

function submissionId(c: PageContext): SubmissionId {
  const id = parseId<SubmissionId>(c.req.param('id'))
  if (id === undefined) throw new Problem('not-found', 'There is no such submission.')
  return id
}

function toConsole(c: PageContext, id: SubmissionId): Response {
  return seeOther(c, `${paths.review}/${id}`)
}
