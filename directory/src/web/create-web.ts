import { Hono, type ErrorHandler, type MiddlewareHandler, type NotFoundHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { Problem, type AppEnv, type Viewer } from '../kernel/index.ts'
import { loadAssets } from './assets.ts'
import { errorHandler, notFound } from './error-page.tsx'
import { formProtection, type FormProtection } from './form-protection.ts'
import { language } from './language.ts'
import { refuseNulInAddress } from './refuse-nul.ts'
import { requestId } from './request-id.ts'
import { security } from './security.ts'

export interface WebDeps extends FormProtection {
  readonly instanceName: string
  /** For the header of every page; at most 100. Without it none. */
  readonly unread?: (viewer: Viewer) => Promise<number>
  /** Told of every fault of ours, once, with the reference that the reader sees. */
  readonly reportFault: (error: Error, requestId: string) => void
  /** Largest body of a form. */
  readonly maxFormBytes?: number
  /** Larger bodies, in bytes, for pages that take a file: the end of their path. */
  readonly uploads?: Readonly<Record<string, number>>
}

export interface Web {
  /** Before anything that knows people: reference, headers, language, size of forms. In this order. */
  readonly before: readonly MiddlewareHandler<AppEnv>[]
  /** After the middleware that sets `viewer`: the form token. */
  readonly protectForms: MiddlewareHandler<AppEnv>
  readonly onError: ErrorHandler<AppEnv>
  readonly notFound: NotFoundHandler<AppEnv>
  /** The assets. */
  routes(): Hono<AppEnv>
}

/** Everything that routes.ts installs around the pages of the modules. */
export function createWeb(deps: WebDeps): Web {
  const assets = loadAssets()
  const site = { instanceName: deps.instanceName, publicUrl: deps.publicUrl, assets: assets.urls }
  const setSite = createMiddleware<AppEnv>(async (c, next) => {
    c.set('site', site)
    c.set('viewer', null)
    c.set('unread', deps.unread ?? (async () => 0))
    c.set('formToken', '')
    c.set('formTargets', [])
    await next()
  })
  return {
    before: [setSite, language, requestId(), security(deps), refuseNulInAddress, limitForms(deps)],
    // An answer that every cache may keep sets no cookie.
    protectForms: formProtection({ ...deps, bearerPaths: [...deps.bearerPaths, '/assets'] }),
    onError: errorHandler(deps.reportFault),
    notFound,
    routes: () => assets.routes(),
  }
}

function limitForms({
  maxFormBytes = 262_144,
  uploads = {},
  bearerPaths,
}: WebDeps): MiddlewareHandler<AppEnv> {
  const forms = limitTo(maxFormBytes)
  const files = Object.entries(uploads).map(([ending, bytes]) => [ending, limitTo(bytes)] as const)
  return createMiddleware<AppEnv>(async (c, next) => {
    const bearer = bearerPaths.some((prefix) => c.req.path === prefix || c.req.path.startsWith(`${prefix}/`))
    if (bearer) return await next()
    const [, limit = forms] = files.find(([ending]) => c.req.path.endsWith(ending)) ?? []
    return await limit(c, next)
  })
}

function limitTo(bytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new Problem('too-large', `A form may have ${bytes} bytes; this one has more. Shorten it.`)
    },
  })
}
