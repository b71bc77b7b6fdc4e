import { Hono, type Context } from 'hono'
import { isOpen } from '../../catalogue/index.ts'
import { parseId, Problem, requireRole, type AppEnv } from '../../kernel/index.ts'
import { flash, render, seeOther, textIn, type TextKey } from '../../web/index.ts'
import { callbackOf } from '../addresses.ts'
import type { Connections, ConnectionsDependencies } from '../connections.ts'
import type { RegistrationId } from '../model.ts'
import { authMethods, ClientsPage, clientsPath, type ListedClient, type SentClient } from './clients-page.tsx'

type Deps = Pick<ConnectionsDependencies, 'catalogue' | 'config' | 'people'>
type Verbs = Pick<Connections, 'staticClients' | 'setStaticClient' | 'removeStaticClient'>

export function clientPages(deps: Deps, verbs: Verbs): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(clientsPath, (c) => show(c, deps, verbs))
    .post(clientsPath, (c) => save(c, deps, verbs))
    .post(`${clientsPath}/remove`, async (c) => {
      const viewer = requireRole(c, 'operator')
      const id = parseId<RegistrationId>(textIn((await c.req.parseBody())['client']))
      if (id === undefined) throw new Problem('not-found', 'There is no such client.')
      await verbs.removeStaticClient(viewer, id)
      flash(c, 'good', 'clients.removed')
      return seeOther(c, clientsPath)
    })
}

async function show(c: Context<AppEnv>, deps: Deps, verbs: Verbs, sent?: SentClient): Promise<Response> {
  const clients = await verbs.staticClients(requireRole(c, 'operator'))
  const whose = clients.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]))
  const names = await deps.people.namesOf(whose)
  const listed = await Promise.all(
    clients.map(async (client): Promise<ListedClient> => {
      const { organisation, listing } = client
      const connector = await deps.catalogue.byId(listing)
      const name = organisation === null ? undefined : (names.get(organisation) ?? organisation)
      return {
        ...client,
        slug: connector?.slug ?? listing,
        listed: connector !== undefined && isOpen(connector),
        whose: name,
      }
    }),
  )
  const page = <ClientsPage clients={listed} callback={callbackOf(deps.config)} sent={sent} />
  return await render(c, page, sent === undefined ? 200 : 422)
}

/** What can be wrong with a field; its sentence is `clients.fault.<field>`. */
const faulty: readonly string[] = ['slug', 'issuer', 'clientId', 'clientSecret', 'email']

async function save(c: Context<AppEnv>, deps: Deps, verbs: Verbs): Promise<Response> {
  const viewer = requireRole(c, 'operator')
  const body = await c.req.parseBody()
  const text = (name: string): string => textIn(body[name]).trim()
  const sent = {
    slug: text('slug'),
    issuer: text('issuer'),
    clientId: text('clientId'),
    authMethod: text('authMethod'),
    email: text('email'),
  }
  const again = (fields: readonly string[]): Promise<Response> => {
    const sentence = (field: string) => c.get('t')(`clients.fault.${field}` as TextKey)
    const errors = fields.filter((field) => faulty.includes(field)).map((field) => [field, sentence(field)])
    return show(c, deps, verbs, { ...sent, errors: Object.fromEntries(errors) as Record<string, string> })
  }
  const organisation = sent.email === '' ? undefined : await deps.people.organisationOf(sent.email)
  if (sent.email !== '' && organisation === undefined) return await again(['email'])
  const authMethod = authMethods.find((method) => method === sent.authMethod)
  const clientSecret = textIn(body['clientSecret'])
  try {
    await verbs.setStaticClient(viewer, {
      slug: sent.slug,
      issuer: sent.issuer,
      clientId: sent.clientId,
      ...(authMethod !== undefined && { authMethod }),
      ...(clientSecret !== '' && { clientSecret }),
      ...(organisation !== undefined && { organisation }),
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.code === 'not-found') return await again(['slug'])
    if (error.code === 'invalid-input') return await again(Object.keys(error.fields))
    throw error
  }
  flash(c, 'good', 'clients.saved')
  return seeOther(c, clientsPath)
}
