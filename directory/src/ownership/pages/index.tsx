import { Hono, type Context } from 'hono'
import { Problem, requireViewer, type AppEnv } from '../../kernel/index.ts'
import { flash, paths, render, seeOther, slugIn, textIn } from '../../web/index.ts'
import { findShown } from '../find-managed.ts'
import { openTransferOf } from '../transfer-store.ts'
import type { Ownership, OwnershipDependencies } from '../ownership.ts'
import { OwnershipPage, type Sent } from './ownership-page.tsx'

type PageContext = Context<AppEnv>

export function ownershipPages(deps: OwnershipDependencies, ownership: Ownership): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/connectors/:slug/ownership', (c) => show(c, deps))
    .post('/connectors/:slug/ownership/removal', (c) => removal(c, deps, ownership))
    .post('/connectors/:slug/ownership/transfers', (c) => offer(c, deps, ownership))
}

async function show(c: PageContext, deps: OwnershipDependencies, sent?: Sent): Promise<Response> {
  const viewer = requireViewer(c)
  const { listing, as } = await findShown(deps, viewer, slugIn(c))
  const [version, submissions, owner, offered] = await Promise.all([
    deps.catalogue.shownVersion(listing.id),
    deps.submissions.ofListing(listing.id),
    deps.people.isOwner(viewer),
    openTransferOf(deps.db, listing.id),
  ])
  const newest = submissions.find(({ status }) => status === 'published')
  const props = { listing, as, decides: as === 'operator' || owner, name: version?.name ?? listing.slug }
  const page = (
    <OwnershipPage
      {...props}
      {...{ submission: as === 'publisher' ? newest?.id : undefined, offered, sent }}
    />
  )
  return await render(c, page, sent === undefined ? 200 : 422)
}

async function removal(c: PageContext, deps: OwnershipDependencies, ownership: Ownership): Promise<Response> {
  const reason = textIn((await c.req.parseBody())['reason'])
  try {
    await ownership.remove(requireViewer(c), slugIn(c), { reason })
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error
    return await show(c, deps, { form: 'removal', text: reason, error: c.get('t')('ownership.fault.reason') })
  }
  flash(c, 'good', 'ownership.remove.done')
  return seeOther(c, `/connectors/${slugIn(c)}/ownership`)
}

async function offer(c: PageContext, deps: OwnershipDependencies, ownership: Ownership): Promise<Response> {
  const email = textIn((await c.req.parseBody())['email'])
  try {
    const id = await ownership.offer(requireViewer(c), slugIn(c), { email })
    flash(c, 'good', 'ownership.offer.done')
    return seeOther(c, `${paths.transfers}/${id}`)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error
    return await show(c, deps, { form: 'offer', text: email, error: c.get('t')('ownership.fault.email') })
  }
}
