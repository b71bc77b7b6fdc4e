import type { Context, MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { Problem, type AppEnv } from '../kernel/index.ts'

/**
 * PostgreSQL stores no NUL character, and nobody types one: in an address or a form it is somebody's probe, refused
 * before it comes to a query. @throws Problem invalid-input
 */
export const refuseNulInAddress: MiddlewareHandler<AppEnv> = createMiddleware<AppEnv>(async (c, next) => {
  if (/%00/.test(c.req.url)) throw new Problem('invalid-input', 'The address has a NUL character. Remove it.')
  await next()
})

/** For a form that was read before: its fields, and their names. @throws Problem invalid-input */
export async function refuseNulInForm(c: Context<AppEnv>): Promise<void> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return
  const texts = Object.entries(await c.req.parseBody({ all: true })).flat(2)
  if (texts.some((text) => typeof text === 'string' && text.includes('\0')))
    throw new Problem('invalid-input', 'A field of the form has a NUL character. Remove it.')
}
