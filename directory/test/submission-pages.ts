import { serve } from '@hono/node-server'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AppEnv, Viewer } from '../src/kernel/index.ts'
import { createWeb, routePath } from '../src/web/index.ts'
import type { SubmissionBed } from './submission-bed.ts'

/** The pages of submissions behind the product's own middleware; the cookie `as` says who looks. */
export function submissionPages(
  bed: SubmissionBed,
  people: Readonly<Record<string, Viewer>>,
  publicUrl: URL,
): Hono<AppEnv> {
  const web = createWeb({
    instanceName: 'Connectory',
    publicUrl,
    key: new Uint8Array(32).fill(7),
    bearerPaths: ['/api'],
    reportFault(error) {
      throw error
    },
  })
  const app = new Hono<AppEnv>({ getPath: routePath })
  app.use(...web.before)
  app.use(async (c, next) => {
    c.set('viewer', people[getCookie(c, 'as') ?? ''] ?? null)
    await next()
  })
  app.use(web.protectForms)
  app.route('/', web.routes())
  app.route('/', bed.drafts.routes())
  app.route('/', bed.submissions.routes())
  app.onError(web.onError)
  app.notFound(web.notFound)
  return app
}

export async function servePages(
  bed: SubmissionBed,
  people: Readonly<Record<string, Viewer>>,
): Promise<AsyncDisposable & { readonly url: URL }> {
  let app = new Hono<AppEnv>()
  const server = serve({ fetch: (request) => app.fetch(request), hostname: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  app = submissionPages(bed, people, url)
  return {
    url,
    async [Symbol.asyncDispose]() {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** Sends forms as a browser does: the token and the cookie of a page first, then the form. */
export function formSender(app: Hono<AppEnv>, as: string) {
  return async (
    path: string,
    form: Readonly<Record<string, string | readonly string[]>>,
    from = path,
  ): Promise<{ status: number; text: string; location: string | null }> => {
    const page = await app.request(from, { headers: { cookie: `as=${as}` } })
    const browser = page.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    const token = /name="_token" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
    const body = new URLSearchParams({ _token: token })
    for (const [name, value] of Object.entries(form)) {
      for (const one of [value].flat()) body.append(name, one)
    }
    const answer = await app.request(path, {
      method: 'POST',
      body,
      headers: { cookie: [`as=${as}`, ...browser].join('; ') },
    })
    const text = readable(await answer.text())
    return { status: answer.status, text, location: answer.headers.get('location') }
  }
}

/** HTML as a person would read it, near enough for looking for sentences. */
export function readable(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}
