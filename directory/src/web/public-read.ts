import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { etag } from 'hono/etag'
import { createMiddleware } from 'hono/factory'
import { Problem, type AppEnv } from '../kernel/index.ts'

const openToAll = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'OPTIONS'],
  exposeHeaders: ['ETag'],
  maxAge: 86_400,
})
const secondsFresh = 60

/** What everybody may read, from any origin, without cookies; unchanged answers are 304. */
export const publicRead: readonly MiddlewareHandler<AppEnv>[] = [
  openToAll,
  etag(),
  createMiddleware<AppEnv>(async (c, next) => {
    await next()
    if (c.res.ok) c.res.headers.set('cache-control', `public, max-age=${secondsFresh}`)
  }),
]

interface Checked {
  readonly success: boolean
  readonly error?: {
    readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
  }
}

/** For OpenAPIHono: what does not fit the schema is the caller's mistake, named by its parameter. */
export function refuseInvalid(result: Checked): void {
  if (result.success) return
  const fields = Object.fromEntries(
    (result.error?.issues ?? []).map(({ path, message }) => [path.map(String).join('.'), message]),
  )
  const names = Object.keys(fields).join(', ')
  throw new Problem('invalid-input', `Check ${names === '' ? 'the request' : `the parameter ${names}`}.`, {
    fields,
  })
}
