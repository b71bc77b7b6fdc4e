import { Hono, type Context } from 'hono'
import { parseId, Problem, requireViewer, type AppEnv } from '../../kernel/index.ts'
import { flash, incomingOf, paths, render, seeOther, slugIn, textIn } from '../../web/index.ts'
import { complaintKinds, type Complaint, type ComplaintId } from '../complaint.ts'
import { complaintPath } from '../complaint-news.ts'
import { outcomes } from '../decide-complaint.ts'
import type { Safety, SafetyDependencies } from '../safety.ts'
import { securityTxt } from '../security-txt.ts'
import { ComplainPage, type SentComplaint } from './complain-page.tsx'
import type { ComplaintRow } from './complaint-list.tsx'
import { ComplaintPage, type SentDecision } from './complaint-page.tsx'
import { ComplaintsPage } from './complaints-page.tsx'
import { choiceOf, faultsIn } from './faults.ts'
import { VulnerabilityPage, type SentVulnerability } from './vulnerability-page.tsx'

type PageContext = Context<AppEnv>
type Verbs = Omit<Safety, 'routes'>

/** What people report, and what becomes of it. */
export function complaintPages(deps: SafetyDependencies, safety: Verbs): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/.well-known/security.txt', (c) => {
      const text = securityTxt(deps.config, deps.clock.now())
      if (text === undefined) throw new Problem('not-found', 'This instance is not served over https.')
      return c.text(text)
    })
    .get('/connectors/:slug/complain', (c) => showComplain(c, deps))
    .post('/connectors/:slug/complain', (c) => complain(c, deps, safety))
    .get('/security', async (c) => {
      const sent = { connector: c.req.query('connector') ?? '', details: '', contact: '', errors: {} }
      return await render(c, <VulnerabilityPage sent={sent} />)
    })
    .post('/security', (c) => vulnerability(c, safety))
    .get(paths.complaints, async (c) => {
      const mine = await safety.mine(requireViewer(c))
      return await render(c, <ComplaintsPage rows={await rowsOf(deps, mine)} />)
    })
    .get('/complaints/:id', (c) => showComplaint(c, deps, safety))
    .post('/complaints/:id/decisions', (c) => decide(c, deps, safety))
}

/** With the names of the connectors. */
export async function rowsOf(
  { catalogue }: Pick<SafetyDependencies, 'catalogue'>,
  complaints: readonly Complaint[],
): Promise<readonly ComplaintRow[]> {
  const ids = complaints.flatMap(({ listing }) => (listing === null ? [] : [listing]))
  const endpoints = await catalogue.endpointsOf([...new Set(ids)])
  const names = new Map(endpoints.map(({ listing, name }) => [listing, name]))
  return complaints.map((one) => ({
    ...one,
    name: one.listing === null ? null : (names.get(one.listing) ?? null),
  }))
}

async function showComplain(
  c: PageContext,
  { catalogue }: SafetyDependencies,
  sent?: SentComplaint,
): Promise<Response> {
  requireViewer(c)
  const slug = slugIn(c)
  const listing = await catalogue.bySlug(slug)
  const version = listing === undefined ? undefined : await catalogue.shownVersion(listing.id)
  if (listing === undefined || listing.state === 'unlisted' || version === undefined) {
    throw new Problem('not-found', 'There is no such connector.')
  }
  const page = <ComplainPage slug={slug} name={version.name} sent={sent} />
  return await render(c, page, sent === undefined ? 200 : 422)
}

async function complain(c: PageContext, deps: SafetyDependencies, safety: Verbs): Promise<Response> {
  const viewer = requireViewer(c)
  const body = await c.req.parseBody()
  const sent = { kind: textIn(body['kind']), text: textIn(body['text']) }
  let id: ComplaintId
  try {
    const kind = choiceOf(complaintKinds, sent.kind, 'kind')
    id = await safety.complain(viewer, slugIn(c), { kind, text: sent.text })
  } catch (error) {
    return await showComplain(c, deps, { ...sent, errors: faultsIn(c, error) })
  }
  flash(c, 'good', 'safety.complain.done')
  return seeOther(c, complaintPath(id))
}

async function vulnerability(c: PageContext, safety: Verbs): Promise<Response> {
  const viewer = c.get('viewer')
  const body = await c.req.parseBody()
  const sent: Omit<SentVulnerability, 'errors'> = {
    connector: textIn(body['connector']),
    details: textIn(body['details']),
    contact: textIn(body['contact']),
  }
  let id: ComplaintId
  try {
    id = await safety.reportVulnerability({ viewer, incoming: incomingOf(c) }, sent)
  } catch (error) {
    const page = <VulnerabilityPage sent={{ ...sent, errors: faultsIn(c, error) }} />
    return await render(c, page, 422)
  }
  flash(c, 'good', 'safety.vulnerability.done')
  return seeOther(c, viewer === null ? '/security' : complaintPath(id))
}

function idIn(c: PageContext): ComplaintId {
  const id = parseId<ComplaintId>(c.req.param('id'))
  if (id === undefined) throw new Problem('not-found', 'There is no such report.')
  return id
}

async function showComplaint(
  c: PageContext,
  deps: SafetyDependencies,
  safety: Verbs,
  sent?: SentDecision,
): Promise<Response> {
  const view = await safety.complaint(requireViewer(c), idIn(c))
  const { complaint, listing, decides } = view
  const [row] = await rowsOf(deps, [complaint])
  const person =
    decides && complaint.person !== null ? await deps.people.personById(complaint.person) : undefined
  const name = listing === undefined ? null : (row?.name ?? listing.slug)
  const page = <ComplaintPage {...{ view, name, sent }} sender={person?.name ?? null} />
  return await render(c, page, sent === undefined ? 200 : 422)
}

async function decide(c: PageContext, deps: SafetyDependencies, safety: Verbs): Promise<Response> {
  const viewer = requireViewer(c)
  const body = await c.req.parseBody()
  const sent = {
    outcome: textIn(body['outcome']),
    answer: textIn(body['answer']),
    toPublisher: textIn(body['toPublisher']),
  }
  try {
    const outcome = choiceOf(outcomes, sent.outcome, 'outcome')
    await safety.decide(viewer, idIn(c), { ...sent, outcome, seen: Number(body['seen']) })
  } catch (error) {
    return await showComplaint(c, deps, safety, { ...sent, errors: faultsIn(c, error) })
  }
  flash(c, 'good', 'safety.order.done')
  return seeOther(c, paths.safety)
}
