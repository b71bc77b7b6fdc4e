import { Hono, type Context } from 'hono'
import { named } from '../../catalogue/index.ts'
import { requireViewer, type AppEnv } from '../../kernel/index.ts'
import { flash, paths, render, seeOther, slugIn, textIn } from '../../web/index.ts'
import { orders } from '../order.ts'
import { safetyPath } from '../paths.ts'
import type { Safety, SafetyDependencies } from '../safety.ts'
import { complaintPages, rowsOf } from './complaint-routes.tsx'
import { choiceOf, faultsIn } from './faults.ts'
import { RestrictionPage, type RestrictionPageProps } from './restriction-page.tsx'
import { SafetyPage } from './safety-page.tsx'

type PageContext = Context<AppEnv>
type Verbs = Omit<Safety, 'routes'>

/** What waits for operators and reviewers, and the restriction of each listing. */
export function safetyPages(deps: SafetyDependencies, safety: Verbs): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(paths.safety, (c) => showSafety(c, deps, safety))
    .get('/connectors/:slug/safety', (c) => showRestriction(c, deps, safety))
    .post('/connectors/:slug/safety/orders', (c) => order(c, deps, safety))
    .post('/connectors/:slug/safety/objections', (c) => objection(c, deps, safety))
    .route('/', complaintPages(deps, safety))
}

async function showSafety(c: PageContext, deps: SafetyDependencies, safety: Verbs): Promise<Response> {
  const viewer = requireViewer(c)
  const restricted = await named(deps.catalogue, await safety.restricted(viewer))
  const queue = await rowsOf(deps, await safety.queue(viewer))
  return await render(c, <SafetyPage restricted={restricted} queue={queue} />)
}

async function showRestriction(
  c: PageContext,
  deps: SafetyDependencies,
  safety: Verbs,
  sent?: RestrictionPageProps['sent'],
): Promise<Response> {
  const view = await safety.view(requireViewer(c), slugIn(c))
  const version = await deps.catalogue.shownVersion(view.listing.id)
  const names = new Map<string, string>()
  for (const { actor } of view.inside ? view.steps : []) {
    const person = actor.kind === 'person' ? await deps.people.personById(actor.id) : undefined
    if (actor.kind === 'person' && person !== undefined) names.set(actor.id, person.name)
  }
  const name = version?.name ?? view.listing.slug
  const page = <RestrictionPage {...{ view, name, names }} {...(sent !== undefined && { sent })} />
  return await render(c, page, sent === undefined ? 200 : 422)
}

async function order(c: PageContext, deps: SafetyDependencies, safety: Verbs): Promise<Response> {
  const viewer = requireViewer(c)
  const body = await c.req.parseBody()
  const sent = { name: textIn(body['name']), reason: textIn(body['reason']) }
  try {
    const name = choiceOf(orders, sent.name, 'name')
    await safety.order(viewer, slugIn(c), { name, seen: Number(body['seen']), reason: sent.reason })
  } catch (error) {
    return await showRestriction(c, deps, safety, { ...sent, errors: faultsIn(c, error) })
  }
  flash(c, 'good', 'safety.order.done')
  return seeOther(c, safetyPath(slugIn(c)))
}

async function objection(c: PageContext, deps: SafetyDependencies, safety: Verbs): Promise<Response> {
  const viewer = requireViewer(c)
  const body = await c.req.parseBody()
  const text = textIn(body['text'])
  try {
    await safety.object(viewer, slugIn(c), { seen: Number(body['seen']), text })
  } catch (error) {
    return await showRestriction(c, deps, safety, { text, errors: faultsIn(c, error) })
  }
  flash(c, 'good', 'safety.object.done')
  return seeOther(c, safetyPath(slugIn(c)))
}
