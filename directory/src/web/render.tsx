import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from '../kernel/index.ts'
import { takeFlash } from './flash.ts'
import { pathWithoutLanguage } from './language.ts'
import { PageRequestContext, type PageRequest } from './page-context.ts'

async function pageRequest(c: Context<AppEnv>, wholePage: boolean): Promise<PageRequest> {
  const address = new URL(c.req.url)
  const viewer = c.get('viewer') ?? null
  return {
    site: c.get('site'),
    language: c.get('language'),
    t: c.get('t'),
    viewer,
    unread: wholePage && viewer !== null ? await c.get('unread')(viewer) : 0,
    formToken: c.get('formToken'),
    path: pathWithoutLanguage(address.pathname) + address.search,
    flash: wholePage ? takeFlash(c) : undefined,
  }
}

/** Answers with a whole page: doctype, no caching of what a signed-in reader sees. Headers come from `security`. */
export async function render(
  c: Context<AppEnv>,
  page: JSX.Element,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const body = (
    <PageRequestContext.Provider value={await pageRequest(c, true)}>
      {raw('<!doctype html>')}
      {page}
    </PageRequestContext.Provider>
  )
  c.header('cache-control', c.get('viewer') ? 'no-store' : 'no-cache')
  return await c.html(body, status)
}

/** Answers with a part of a page, for `<live-region>` and htmx. `done` tells a live region to stop asking. */
export async function renderFragment(
  c: Context<AppEnv>,
  fragment: JSX.Element,
  options: { readonly done?: boolean; readonly status?: ContentfulStatusCode } = {},
): Promise<Response> {
  const body = (
    <PageRequestContext.Provider value={await pageRequest(c, false)}>{fragment}</PageRequestContext.Provider>
  )
  c.header('cache-control', 'no-store')
  if (options.done === true) c.header('x-live', 'done')
  return await c.html(body, options.status ?? 200)
}
