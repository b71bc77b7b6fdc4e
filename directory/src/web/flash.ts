import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AppEnv, TextParameters } from '../kernel/index.ts'
import { parseTextKey } from './translate.ts'
import type { TextKey } from './texts/catalogue.ts'

export type FlashKind = 'good' | 'warn' | 'bad' | 'info'

export interface Flash {
  readonly kind: FlashKind
  readonly key: TextKey
  readonly parameters: TextParameters
}

const kinds: readonly string[] = ['good', 'warn', 'bad', 'info'] satisfies FlashKind[]

/** `__Host-` needs https, so plain http on loopback has the name without it. */
function cookieOf(c: Context<AppEnv>): { readonly name: string; readonly secure: boolean } {
  const secure = c.get('site').publicUrl.protocol === 'https:'
  return { name: secure ? '__Host-connectory-flash' : 'connectory-flash', secure }
}

/** One sentence for the next page that is shown, for POST-redirect-GET. Only a key of the catalogue travels. */
export function flash(
  c: Context<AppEnv>,
  kind: FlashKind,
  key: TextKey,
  parameters: TextParameters = {},
): void {
  const value = Buffer.from(JSON.stringify([kind, key, parameters])).toString('base64url')
  const { name, secure } = cookieOf(c)
  setCookie(c, name, value, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 60, secure })
}

/** Takes the waiting sentence, once. What the browser made up is ignored. */
export function takeFlash(c: Context<AppEnv>): Flash | undefined {
  const { name, secure } = cookieOf(c)
  const cookie = getCookie(c, name)
  if (cookie === undefined) return undefined
  deleteCookie(c, name, { path: '/', secure })
  return parseFlash(cookie)
}

function parseFlash(cookie: string): Flash | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cookie, 'base64url').toString('utf8'))
    if (!Array.isArray(value)) return undefined
    const key = parseTextKey(value[1])
    if (key === undefined || typeof value[0] !== 'string' || !kinds.includes(value[0])) return undefined
    return { kind: value[0] as FlashKind, key, parameters: parseParameters(value[2]) }
  } catch {
    return undefined
  }
}

function parseParameters(value: unknown): TextParameters {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter(([, item]) => typeof item === 'string' || typeof item === 'number'),
  )
}
