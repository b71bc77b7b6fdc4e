import { Hono, type Context } from 'hono'
import { named } from '../../catalogue/index.ts'
import { Problem, requireViewer, type AppEnv } from '../../kernel/index.ts'
import { flash, paths, render, seeOther, slugIn, textIn } from '../../web/index.ts'
import { recoveryDays } from '../decide.ts'
import { loadFacts } from '../load.ts'
import { orders, type Order } from '../order.ts'
import type { Policy } from '../policy-2026-11-21.ts'
import type { Reliability, ReliabilityDependencies } from '../reliability.ts'
import { InTroublePage } from './in-trouble-page.tsx'
import { LedgerPage, type LedgerPageProps } from './ledger-page.tsx'
import { ledgerPath } from './trouble.tsx'

type PageContext = Context<AppEnv>
type Deps = ReliabilityDependencies & { readonly policy: Policy }

/** The list for operators and reviewers, and the ledger of each listing. */
export function reliabilityPages(deps: Deps, reliability: Reliability): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(paths.reliability, (c) => showList(c, deps, reliability))
    .get('/connectors/:slug/reliability', (c) => showLedger(c, deps, reliability))
    .post('/connectors/:slug/reliability/objections', (c) => objection(c, deps, reliability))
    .post('/connectors/:slug/reliability/orders', (c) => order(c, deps, reliability))
}

async function showList(c: PageContext, deps: Deps, reliability: Reliability): Promise<Response> {
  const rows = await named(deps.catalogue, await reliability.inTrouble(requireViewer(c)))
  return await render(c, <InTroublePage rows={rows} policy={deps.policy} />)
}

async function showLedger(
  c: PageContext,
  deps: Deps,
  reliability: Reliability,
  sent?: LedgerPageProps['sent'],
): Promise<Response> {
  const viewer = requireViewer(c)
  const view = await reliability.view(viewer, slugIn(c))
  const { listing, ledger } = view
  const facts = await loadFacts(deps.db, deps, { listing, ledger, now: deps.clock.now() })
  const version = await deps.catalogue.shownVersion(listing.id)
  const page = (
    <LedgerPage
      view={view}
      name={version?.name ?? listing.slug}
      run={{ now: facts.healthyRun, needed: recoveryDays(ledger, deps.policy) }}
      owner={viewer.organisation === listing.organisation}
      operator={viewer.roles.has('operator')}
      policy={deps.policy}
      {...(sent !== undefined && { sent })}
    />
  )
  return await render(c, page, sent === undefined ? 200 : 422)
}

async function objection(c: PageContext, deps: Deps, reliability: Reliability): Promise<Response> {
  const viewer = requireViewer(c)
  const body = await c.req.parseBody()
  const text = textIn(body['text'])
  try {
    await reliability.object(viewer, slugIn(c), { seen: Number(body['seen']), text })
  } catch (error) {
    const errors = faultsIn(c, deps, error)
    return await showLedger(c, deps, reliability, { text, errors })
  }
  flash(c, 'good', 'reliability.object.done')
  return back(c)
}

async function order(c: PageContext, deps: Deps, reliability: Reliability): Promise<Response> {
  const viewer = requireViewer(c)
  const body = await c.req.parseBody()
  const sent = { name: textIn(body['name']), days: textIn(body['days']), reason: textIn(body['reason']) }
  try {
    await reliability.order(viewer, slugIn(c), parseOrder(sent, Number(body['seen'])))
  } catch (error) {
    const errors = faultsIn(c, deps, error)
    return await showLedger(c, deps, reliability, { ...sent, errors })
  }
  flash(c, 'good', 'reliability.order.done')
  return back(c)
}

function parseOrder(sent: { name: string; days: string; reason: string }, seen: number): Order {
  const name = orders.find((one) => one === sent.name)
  if (name === undefined) {
    throw new Problem('invalid-input', 'Choose what to do.', { fields: { name: 'Choose what to do.' } })
  }
  return { name, seen, reason: sent.reason, ...(sent.days !== '' && { days: Number(sent.days) }) }
}

const fields = ['name', 'days', 'reason', 'text'] as const

/** What is wrong with a form, in the reader's language. Everything else is thrown on. */
function faultsIn(c: PageContext, { policy }: Deps, error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error
  const t = c.get('t')
  const wrong = fields.filter((name) => error.fields[name] !== undefined)
  return Object.fromEntries(
    wrong.map((name) => [name, t(`reliability.fault.${name}`, { most: policy.mostExtensionDays })]),
  )
}

function back(c: PageContext): Response {
  return seeOther(c, ledgerPath(slugIn(c)))
}
