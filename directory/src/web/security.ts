import type { Context, MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../kernel/index.ts'

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
]

/**
 * Lets this response's forms lead to one more origin. Chromium applies `form-action` to the redirects after a POST,
 * so a page whose form ends at an authorization server names it here. Only an address that was vetted may come in.
 */
export function allowFormTarget(c: Context<AppEnv>, target: URL): void {
  c.set('formTargets', [...(c.get('formTargets') ?? []), target.origin])
}

export function contentSecurityPolicy(formTargets: readonly string[]): string {
  return [...policy, ['form-action', "'self'", ...new Set(formTargets)].join(' ')].join('; ')
}

/** Headers of every response; the CSP as well, which harms no JSON. */
export function security({ publicUrl }: { readonly publicUrl: URL }): MiddlewareHandler<AppEnv> {
  const https = publicUrl.protocol === 'https:'
  return createMiddleware<AppEnv>(async (c, next) => {
    await next()
    const { headers } = c.res
    // Pictures have brought a stricter one.
    if (!headers.has('content-security-policy')) {
      headers.set('content-security-policy', contentSecurityPolicy(c.get('formTargets') ?? []))
    }
    headers.set('x-content-type-options', 'nosniff')
    headers.set('x-frame-options', 'DENY')
    // Not `no-referrer`: with it a browser sends `Origin: null` with our own forms.
    headers.set('referrer-policy', 'same-origin')
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
    headers.set('cross-origin-opener-policy', 'same-origin')
    if (https) headers.set('strict-transport-security', 'max-age=31536000')
  })
}
