import assert from 'node:assert/strict'

/** What a page said, after its redirects were followed as far as wanted. */
export interface Shown {
  readonly url: URL
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

interface Cookie {
  readonly name: string
  readonly value: string
  readonly path: string
}

/**
 * A browser without scripts: keeps cookies by path, follows redirects within its origin, and fills in forms with the
 * hidden fields that they have. A redirect to another origin is where it stops: that is the answer to the app.
 */
export function formBrowser(home: URL, fetch: typeof globalThis.fetch = globalThis.fetch) {
  let jar: readonly Cookie[] = []
  const remember = (url: URL, headers: Headers): void => {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
      const at = pair.indexOf('=')
      const attribute = (name: string): string | undefined =>
        attributes.find((part) => part.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1)
      const path = attribute('path') ?? url.pathname
      const name = pair.slice(0, at)
      const expires = attribute('expires')
      const expired =
        attribute('max-age') === '0' || (expires !== undefined && new Date(expires).getTime() <= 0)
      jar = jar.filter((cookie) => cookie.name !== name || cookie.path !== path)
      if (!expired) jar = [...jar, { name, value: pair.slice(at + 1), path }]
    }
  }
  const cookiesFor = (url: URL): string =>
    jar
      .filter(({ path }) => url.pathname === path || url.pathname.startsWith(path === '/' ? '/' : `${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
  const ask = async (url: URL, init: { method?: string; body?: string } = {}): Promise<Shown> => {
    const headers: Record<string, string> = { cookie: cookiesFor(url), accept: 'text/html' }
    if (init.body !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded'
    const response = await fetch(url.href, { redirect: 'manual', headers, ...init })
    remember(url, response.headers)
    const location = response.headers.get('location')
    const text = await response.text()
    if (location === null || response.status < 300 || response.status > 399) {
      return { url, status: response.status, headers: response.headers, text }
    }
    const next = new URL(location, url)
    if (next.origin !== home.origin)
      return { url: next, status: response.status, headers: response.headers, text }
    return await ask(next)
  }
  return {
    open: (url: URL | string): Promise<Shown> => ask(new URL(url, home)),
    /** Sends the page's form whose action ends in `action`, with its hidden fields. */
    send: async (page: Shown, action: string, fields: Readonly<Record<string, string>>): Promise<Shown> => {
      const form = [...page.text.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].find(
        ([, target = '']) => target.endsWith(action),
      )
      assert.ok(form, `${page.url.href} (${page.status}) has no form for ${action}`)
      const hidden = [...(form[2] ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
      const body = new URLSearchParams(hidden.map(([, name = '', value = '']) => [name, unescape(value)]))
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      return await ask(new URL(form[1] ?? '', page.url), { method: 'POST', body: body.toString() })
    },
    cookies: (): readonly Cookie[] => jar,
  }
}

export type FormBrowser = ReturnType<typeof formBrowser>

function unescape(text: string): string {
  return text
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
}
