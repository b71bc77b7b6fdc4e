import { z } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import { bearerToken, Problem, type AppEnv, type Viewer } from '../kernel/index.ts'

/** Port of the authorization server and the accounts, for the programs of people. */
export interface TokenAccess {
  /** What a token for these routes is for (RFC 8707). */
  readonly resource: string
  /** Whom the token speaks for, with the roles of now; undefined when it is not for this resource. */
  readonly viewerOf: (token: string) => Promise<Viewer | undefined>
}

/** For routes of programs: the viewer is whom the token speaks for, before anything of the request is judged. */
export function viewerByToken({ resource, viewerOf }: TokenAccess) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const token = bearerToken(c.req.header('authorization'))
    const viewer = token === undefined ? undefined : await viewerOf(token)
    if (viewer === undefined) throw needsToken(resource)
    c.set('viewer', viewer)
    c.header('cache-control', 'no-store')
    await next()
  })
}

/** What a caller without a good token is told. */
export function needsToken(resource: string): Problem {
  return new Problem(
    'not-signed-in',
    `Send a token for ${resource}; make one under /account/access?endpoint=${encodeURIComponent(resource)}.`,
  )
}

/** The header of such routes, for their description. */
export const bearerHeader = z.object({ authorization: z.string().optional() })
