import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { signInPath } from '../../accounts/index.ts'
import { languages, Problem, requireViewer, type AppEnv } from '../../kernel/index.ts'
import { allowFormTarget, flash, href, paths, render } from '../../web/index.ts'
import { allow, deny, readConsent, type ConsentRequest, type NodeExchange } from '../consent.ts'
import type { Authorization, AuthorizationContext } from '../create-authorization.ts'
import { AccessPage } from './access-page.tsx'
import { ConsentPage } from './consent-page.tsx'
import { RefusedPage } from './refused-page.tsx'

type Verbs = Omit<Authorization, 'routes'>

export function authorizationPages(context: AuthorizationContext, verbs: Verbs): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/authorize/refused', (c) => render(c, <RefusedPage error={c.req.query('error') ?? ''} />, 400))
  consentRoutes(app, context)
  accessRoutes(app, verbs)
  return app
}

/** The provider reads its cookie from Node's request; pages run on @hono/node-server only. */
function exchangeOf(c: Context<AppEnv>): NodeExchange {
  const bindings = c.env as Partial<HttpBindings> | undefined
  if (bindings?.incoming === undefined || bindings.outgoing === undefined) {
    throw new Error('The consent page needs @hono/node-server: the request came without its Node objects.')
  }
  return {
    request: bindings.incoming as NodeExchange['request'],
    response: bindings.outgoing as NodeExchange['response'],
  }
}

function consentRoutes(app: Hono<AppEnv>, context: AuthorizationContext): void {
  app.get('/authorize/:uid', async (c) => {
    const viewer = c.get('viewer')
    if (viewer === null) return c.redirect(signInPath(c.get('language'), new URL(c.req.url).pathname), 303)
    const consent = await consentOrRefusal(c, context)
    if (consent === undefined) return await render(c, <RefusedPage error="expired" />, 404)
    allowRedirect(c, consent.redirect)
    await carryCookies(c, context, consent.uid)
    return await render(c, <ConsentPage consent={consent} viewer={viewer} />)
  })
  app.post('/authorize/:uid', async (c) => {
    const viewer = requireViewer({ var: c.var })
    const consent = await consentOrRefusal(c, context)
    if (consent === undefined) return await render(c, <RefusedPage error="expired" />, 404)
    allowRedirect(c, consent.redirect)
    const { answer } = await c.req.parseBody()
    const next =
      answer === 'allow'
        ? await allow(context, exchangeOf(c), viewer, consent)
        : await deny(context, exchangeOf(c))
    return c.redirect(next, 303)
  })
}

async function consentOrRefusal(
  c: Context<AppEnv>,
  context: AuthorizationContext,
): Promise<ConsentRequest | undefined> {
  try {
    return await readConsent(context, exchangeOf(c), c.req.param('uid') ?? '')
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return undefined
    throw error
  }
}

/** Chromium holds `form-action` against the redirects after the POST, so the app's address is named. */
function allowRedirect(c: Context<AppEnv>, redirect: URL): void {
  if (redirect.origin === 'null') c.set('formTargets', [...c.get('formTargets'), redirect.protocol])
  else allowFormTarget(c, redirect)
}

/** The provider's cookie is for one path; the same page in another language has another one. */
async function carryCookies(c: Context<AppEnv>, context: AuthorizationContext, uid: string): Promise<void> {
  const { provider } = await context.current()
  const name = provider.cookieName('interaction')
  const secure = context.authUrl.protocol === 'https:' ? '; Secure' : ''
  const mine = (c.req.header('cookie') ?? '')
    .split(/;\s*/)
    .filter((cookie) => cookie.startsWith(`${name}=`) || cookie.startsWith(`${name}.sig=`))
  for (const language of languages) {
    if (language === c.get('language')) continue
    for (const cookie of mine) {
      const path = href(language, `/authorize/${uid}`)
      const value = `${cookie}; Path=${path}; Max-Age=600; HttpOnly; SameSite=Lax${secure}`
      c.header('set-cookie', value, { append: true })
    }
  }
}

function accessRoutes(app: Hono<AppEnv>, verbs: Verbs): void {
  const path = paths.access
  const empty = { name: '', endpoint: '', hours: '24' }
  app.get(path, async (c) => {
    const viewer = c.get('viewer')
    const language = c.get('language')
    if (viewer === null) return c.redirect(signInPath(language, href(language, path)), 303)
    const form = { ...empty, endpoint: c.req.query('endpoint') ?? '' }
    return await render(c, <AccessPage grants={await verbs.grantsOf(viewer)} form={form} errors={{}} />)
  })
  app.post(`${path}/end`, async (c) => {
    const viewer = requireViewer({ var: c.var })
    const { grant } = await c.req.parseBody()
    await verbs.revokeGrant(viewer, typeof grant === 'string' ? grant : '')
    flash(c, 'good', 'authorization.access.ended')
    return c.redirect(href(c.get('language'), path), 303)
  })
  app.post(`${path}/token`, async (c) => {
    const viewer = requireViewer({ var: c.var })
    const body = await c.req.parseBody()
    const text = (name: string): string => (typeof body[name] === 'string' ? body[name].trim() : '')
    const form = { name: text('name'), endpoint: text('endpoint'), hours: text('hours') }
    const show = async (extra: Partial<Parameters<typeof AccessPage>[0]>, status: 200 | 422) => {
      const grants = await verbs.grantsOf(viewer)
      return await render(c, <AccessPage grants={grants} form={form} errors={{}} {...extra} />, status)
    }
    try {
      const { name, endpoint } = form
      // Shown in the answer to the POST: a redirect would need the token to be kept somewhere.
      const issued = await verbs.issueToken({ viewer, endpoint, name, hours: Number(form.hours) })
      return await show({ issued: { ...issued, endpoint }, form: empty }, 200)
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error
      const t = c.get('t')
      const errors: Record<string, string> = {}
      if ('endpoint' in error.fields) errors['endpoint'] = t('authorization.token.endpoint-bad')
      if ('hours' in error.fields) errors['hours'] = t('authorization.token.hours-bad')
      if ('name' in error.fields) errors['name'] = t('authorization.token.name-bad')
      return await show({ errors }, 422)
    }
  })
}
