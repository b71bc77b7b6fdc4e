import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../kernel/index.ts'

/** A name for this request, in the log, in the header `x-request-id` and on the error page. Never taken from outside. */
export function requestId(next: () => string = randomUUID): MiddlewareHandler<AppEnv> {
  return createMiddleware<AppEnv>(async (c, go) => {
    const id = next()
    c.set('requestId', id)
    await go()
    c.res.headers.set('x-request-id', id)
  })
}
