import { Hono, type Context } from 'hono'
import { gatewayEndpoint } from '../../catalogue/index.ts'
import {
  Problem,
  parseId,
  requireRole,
  requireViewer,
  type AppEnv,
  type OrganisationId,
} from '../../kernel/index.ts'
import { flash, paths, render, renderFragment, seeOther, slugIn, textIn } from '../../web/index.ts'
import type { Custom, CustomDependencies } from '../custom.ts'
import { checkOf, type CustomForm } from '../model.ts'
import { AllowedPage, allowedPath } from './allowed-page.tsx'
import { faultTexts } from './fault-texts.ts'
import { ListPage } from './list-page.tsx'
import { CheckPart, OnePage, type Shown } from './one-page.tsx'
import { RemovePage } from './remove-page.tsx'

type PageContext = Context<AppEnv>
type Verbs = Omit<Custom, 'routes'>

export function customPages(deps: CustomDependencies, verbs: Verbs): Hono<AppEnv> {
  const one = `${paths.custom}/:slug`
  return new Hono<AppEnv>()
    .get(paths.custom, (c) => listPage(c, deps, verbs))
    .post(paths.custom, (c) => added(c, deps, verbs))
    .get(allowedPath, (c) => allowedPage(c, deps, verbs))
    .post(allowedPath, (c) => entitled(c, deps, verbs))
    .post(`${allowedPath}/end`, (c) => withdrawn(c, verbs))
    .get(one, async (c) => await render(c, <OnePage shown={await shownOf(c, deps, verbs)} />))
    .get(`${one}/live`, async (c) => {
      const shown = await shownOf(c, deps, verbs)
      return await renderFragment(c, <CheckPart shown={shown} />, { done: shown.report !== undefined })
    })
    .post(`${one}/check`, async (c) => {
      const slug = slugIn(c)
      await verbs.checkAgain(requireViewer(c), slug)
      return seeOther(c, `${paths.custom}/${slug}`)
    })
    .get(`${one}/remove`, async (c) => {
      const connector = await verbs.get(requireViewer(c), slugIn(c))
      return await render(c, <RemovePage connector={connector} />)
    })
    .post(`${one}/remove`, async (c) => {
      const viewer = requireViewer(c)
      const { name } = await verbs.get(viewer, slugIn(c))
      await verbs.remove(viewer, slugIn(c))
      flash(c, 'good', 'custom.removed', { name })
      return seeOther(c, paths.custom)
    })
}

interface Sent {
  readonly form: CustomForm
  readonly errors: Readonly<Record<string, string>>
}

async function listPage(c: PageContext, deps: CustomDependencies, verbs: Verbs, sent?: Sent) {
  const viewer = requireViewer(c)
  const page = (
    <ListPage
      connectors={await verbs.list(viewer)}
      allowed={await verbs.allowed(viewer.organisation)}
      mayShare={await deps.people.ownsTeam(viewer)}
      form={sent?.form ?? { name: '', serverUrl: '', shared: false }}
      errors={sent?.errors ?? {}}
    />
  )
  return await render(c, page, sent === undefined ? 200 : 422)
}

async function added(c: PageContext, deps: CustomDependencies, verbs: Verbs): Promise<Response> {
  const body = await c.req.parseBody()
  const form: CustomForm = {
    name: textIn(body['name']),
    serverUrl: textIn(body['serverUrl']),
    shared: body['for'] === 'organisation',
  }
  const outcome = await verbs.add(requireViewer(c), form)
  if (outcome.kind === 'refused') {
    return await listPage(c, deps, verbs, { form, errors: faultTexts(outcome, c.get('t')) })
  }
  flash(c, 'good', 'custom.added', { name: outcome.connector.name })
  return seeOther(c, `${paths.custom}/${outcome.connector.slug}`)
}

async function shownOf(c: PageContext, deps: CustomDependencies, verbs: Verbs): Promise<Shown> {
  const viewer = requireViewer(c)
  const connector = await verbs.get(viewer, slugIn(c))
  const { submission, attempt } = checkOf(connector)
  const report = (await deps.probe.report(submission, attempt))?.report
  return {
    connector,
    endpoint: gatewayEndpoint(deps.config, connector.slug),
    allowed: await verbs.allowed(connector.organisation),
    mayChange: await verbs.mayChange(viewer, connector),
    report,
  }
}

async function allowedPage(
  c: PageContext,
  deps: CustomDependencies,
  verbs: Verbs,
  sent?: { email: string; error: string },
) {
  const entitlements = await verbs.entitled(requireRole(c, 'operator'))
  const page = <AllowedPage {...{ entitlements, sent }} policy={deps.config.customConnectors} />
  return await render(c, page, sent === undefined ? 200 : 422)
}

async function entitled(c: PageContext, deps: CustomDependencies, verbs: Verbs): Promise<Response> {
  const email = textIn((await c.req.parseBody())['email'])
  try {
    await verbs.entitle(requireRole(c, 'operator'), email)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error
    return await allowedPage(c, deps, verbs, { email, error: c.get('t')('custom.allowed.unknown') })
  }
  flash(c, 'good', 'custom.allowed.done')
  return seeOther(c, allowedPath)
}

async function withdrawn(c: PageContext, verbs: Verbs): Promise<Response> {
  const organisation = parseId<OrganisationId>(textIn((await c.req.parseBody())['organisation']))
  const viewer = requireRole(c, 'operator')
  if (organisation === undefined) throw new Problem('not-found', 'There is no such organisation.')
  await verbs.withdraw(viewer, organisation)
  flash(c, 'good', 'custom.allowed.ended')
  return seeOther(c, allowedPath)
}
