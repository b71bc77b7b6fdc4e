import { Hono, type Context } from 'hono'
import {
  parseId,
  Problem,
  requireStaff,
  requireViewer,
  type AppEnv,
  type Viewer,
} from '../../kernel/index.ts'
import { flash, paths, render, seeOther, textIn } from '../../web/index.ts'
import type { Holds, HoldsDependencies } from '../create-holds.ts'
import type { HoldId } from '../model.ts'
import { stopKinds } from '../stop.ts'
import { slugsOf } from '../slugs-of.ts'
import { HoldsPage, type SentStop } from './holds-page.tsx'

type PageContext = Context<AppEnv>
type Verbs = Omit<Holds, 'routes'>

/** More than that at once is an incident of another kind; the API has all of them. */
const mostShown = 500

/** For operators, and reviewers, who see everything and release changed tools. */
export function holdPages(deps: HoldsDependencies, holds: Verbs): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get(paths.holds, async (c) => await show(c, deps, holds))
  app.post(paths.holds, async (c) => {
    const viewer = staffIn(c)
    const sent = await sentStop(c)
    try {
      await holds.stop(viewer, { ...sent, kind: kindOf(sent.kind) })
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error
      return await show(c, deps, holds, { ...sent, errors: error.fields })
    }
    flash(c, 'good', 'holds.stop.done')
    return back(c)
  })
  app.post(`${paths.holds}/:id/release`, async (c) => {
    const viewer = staffIn(c)
    const id = parseId<HoldId>(c.req.param('id'))
    if (id === undefined) throw new Problem('not-found', 'There is no such hold.')
    const body = await c.req.parseBody()
    await holds.release(viewer, id, textIn(body[`reason-${id}`] ?? body['reason']))
    flash(c, 'good', 'holds.release.done')
    return back(c)
  })
  return app
}

function staffIn(c: PageContext): Viewer {
  const viewer = requireViewer(c)
  requireStaff(viewer)
  return viewer
}

async function show(
  c: PageContext,
  deps: HoldsDependencies,
  holds: Verbs,
  sent?: SentStop,
): Promise<Response> {
  const viewer = staffIn(c)
  await holds.refresh()
  const shown = holds.active().slice(0, mostShown)
  const slugOf = await slugsOf(deps, shown)
  const rows = shown.map((hold) => ({ hold, slug: slugOf(hold) }))
  const page = <HoldsPage rows={rows} mayStop={viewer.roles.has('operator')} sent={sent} />
  return await render(c, page, sent === undefined ? 200 : 422)
}

async function sentStop(c: PageContext): Promise<SentStop> {
  const body = await c.req.parseBody()
  return {
    kind: textIn(body['kind']),
    slug: textIn(body['slug']).trim(),
    tool: textIn(body['tool']),
    reason: textIn(body['reason']),
    errors: {},
  }
}

function kindOf(text: string): (typeof stopKinds)[number] {
  const kind = stopKinds.find((one) => one === text)
  if (kind === undefined) {
    throw new Problem('invalid-input', 'Say what to stop.', { fields: { kind: 'Say what to stop.' } })
  }
  return kind
}

function back(c: PageContext): Response {
  return seeOther(c, paths.holds)
}
