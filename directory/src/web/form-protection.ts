import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { Problem, type AppEnv } from '../kernel/index.ts'
import { refuseNulInForm } from './refuse-nul.ts'

/** Name of the hidden field; scripts send the same value in the header `x-form-token`. */
export const formTokenField = '_token'

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

export interface FormProtection {
  readonly publicUrl: URL
  /** At least 32 bytes; the same on every replica. */
  readonly key: Uint8Array
  /** Paths that never accept cookies (bearer only), such as `/api`, `/v0.1`, `/c`, `/mcp`, `/oauth/token`. */
  readonly bearerPaths: readonly string[]
}

function underAny(path: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))
}

/** `__Host-` needs https, so plain http on loopback has the name without it. */
function browserId(c: Context<AppEnv>, publicUrl: URL): string {
  const secure = publicUrl.protocol === 'https:'
  const name = secure ? '__Host-connectory-browser' : 'connectory-browser'
  const known = getCookie(c, name)
  if (known !== undefined && /^[\w-]{43}$/.test(known)) return known
  const fresh = randomBytes(32).toString('base64url')
  setCookie(c, name, fresh, { path: '/', httpOnly: true, sameSite: 'Lax', secure })
  return fresh
}

/** The browser's own word on where the request comes from; old browsers that say nothing are left to the token. */
function refuseOtherOrigins(c: Context<AppEnv>, publicUrl: URL): void {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const foreignOrigin = origin !== undefined && origin !== publicUrl.origin
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (foreignOrigin || foreignSite) {
    throw new Problem(
      'forged-request',
      `This form was sent from another site. Open ${publicUrl.origin} and send it from there.`,
    )
  }
}

async function sentToken(c: Context<AppEnv>): Promise<string> {
  const header = c.req.header('x-form-token')
  if (header !== undefined) return header
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded') && !type.startsWith('multipart/form-data'))
    return ''
  const value = (await c.req.parseBody())[formTokenField]
  return typeof value === 'string' ? value : ''
}

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Sets `formToken`, and refuses a write that our own page did not send. @see decisions B8 */
export function formProtection(options: FormProtection): MiddlewareHandler<AppEnv> {
  const { publicUrl, key, bearerPaths } = options
  if (key.length < 32) throw new Error('The key of the form token has fewer than 32 bytes.')
  return createMiddleware<AppEnv>(async (c, next) => {
    if (underAny(c.req.path, bearerPaths)) {
      c.set('formToken', '')
      return await next()
    }
    const token = createHmac('sha256', key)
      .update(`form-token ${browserId(c, publicUrl)}`)
      .digest('base64url')
    c.set('formToken', token)
    if (!safeMethods.includes(c.req.method)) {
      refuseOtherOrigins(c, publicUrl)
      if (!same(await sentToken(c), token)) {
        throw new Problem(
          'forged-request',
          'This form is from another browser session. Go back, reload the page and send it again.',
        )
      }
      await refuseNulInForm(c)
    }
    return await next()
  })
}
