import { Hono, type Context } from 'hono'
import { parseId, Problem, requireViewer, type AppEnv, type ListingId } from '../../kernel/index.ts'
import { paths, render, seeOther, textIn } from '../../web/index.ts'
import { csvOf, jsonOf, type ReadRows } from '../export.ts'
import { ruleOutcomes, type Simulation, type SimulationId } from '../model.ts'
import type { Simulations } from '../simulations.ts'
import { OwnPage } from './own-page.tsx'
import { SimulationPage } from './simulation-page.tsx'
import { SimulationsPage } from './simulations-page.tsx'

type PageContext = Context<AppEnv>
type Verbs = Omit<Simulations, 'routes'>

const perPage = 50
const perRead = 500

/** For operators and reviewers all listings, for publishers their own. */
export function simulationPages(simulations: Verbs): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(paths.ownPolicy, (c) => showOwn(c, simulations))
    .get(paths.simulations, (c) => showAll(c, simulations))
    .post(paths.simulations, (c) => begin(c, simulations))
    .get(`${paths.simulations}/:id`, (c) => showOne(c, simulations))
    .get(`${paths.simulations}/:id/results.csv`, (c) => file(c, simulations, 'csv'))
    .get(`${paths.simulations}/:id/results.json`, (c) => file(c, simulations, 'json'))
}

async function showAll(
  c: PageContext,
  simulations: Verbs,
  errors: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const recent = await simulations.recent(requireViewer(c))
  const page = <SimulationsPage policies={simulations.policies()} recent={recent} errors={errors} />
  return await render(c, page, Object.keys(errors).length === 0 ? 200 : 422)
}

async function begin(c: PageContext, simulations: Verbs): Promise<Response> {
  const viewer = requireViewer(c)
  const body = await c.req.parseBody()
  try {
    const id = await simulations.start(viewer, textIn(body['policy']))
    return seeOther(c, `${paths.simulations}/${id}`)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error
    return await showAll(c, simulations, { policy: c.get('t')('simulation.choose') })
  }
}

async function load(c: PageContext, simulations: Verbs): Promise<Simulation> {
  const viewer = requireViewer(c)
  const id = parseId<SimulationId>(c.req.param('id') ?? '')
  if (id === undefined) throw new Problem('not-found', 'There is no such simulation.')
  return await simulations.one(viewer, id)
}

async function showOne(c: PageContext, simulations: Verbs): Promise<Response> {
  const simulation = await load(c, simulations)
  const outcome = ruleOutcomes.find((one) => one === c.req.query('show')) ?? 'fails'
  const after = parseId<ListingId>(c.req.query('after') ?? '')
  const page = { outcome, after, most: perPage + 1 }
  const found = await simulations.results(requireViewer(c), simulation.id, page)
  const rows = found.slice(0, perPage)
  const next = found.length > perPage ? rows.at(-1)?.listing : undefined
  return await render(c, <SimulationPage {...{ simulation, rows, next, show: outcome }} />)
}

async function file(c: PageContext, simulations: Verbs, form: 'csv' | 'json'): Promise<Response> {
  const viewer = requireViewer(c)
  const simulation = await load(c, simulations)
  const read: ReadRows = (after) => simulations.results(viewer, simulation.id, { after, most: perRead })
  const name = `simulation-${simulation.policy}-${simulation.at.toISOString().slice(0, 10)}.${form}`
  return c.body(form === 'csv' ? csvOf(read) : jsonOf(simulation, read), 200, {
    'content-type': form === 'csv' ? 'text/csv; charset=utf-8' : 'application/json',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
}

async function showOwn(c: PageContext, simulations: Verbs): Promise<Response> {
  const viewer = requireViewer(c)
  const policies = simulations.policies()
  const asked = c.req.query('policy')
  const policy = policies.find(({ id }) => id === asked) ?? policies[0]
  if (policy === undefined) throw new Error('There is no policy for servers.')
  const after = parseId<ListingId>(c.req.query('after') ?? '')
  const page = await simulations.own(viewer, policy.id, after)
  return await render(c, <OwnPage policies={policies} policy={policy} page={page} />)
}
