import type { Child, PropsWithChildren } from 'hono/jsx'
import { languages } from '../kernel/index.ts'
import { href } from './language.ts'
import { usePageRequest } from './page-context.ts'
import { SiteFooter } from './page-footer.tsx'
import { SiteHeader } from './page-header.tsx'

export type PageProps = PropsWithChildren<{
  /** Shown in the browser's tab before the name of the instance. */
  readonly title: string
  readonly description?: string | undefined
  /** For forms and reading: a column of about 45 rem. */
  readonly narrow?: boolean | undefined
  /** Full width before the main column, such as the home page's head. */
  readonly hero?: Child | undefined
  /** Breadcrumbs or the like, above the main content. */
  readonly before?: Child | undefined
}>

/** Strict settings: no eval (see app.js and the CSP), no styles made by scripts, requests to our own origin only. */
const htmxConfig = JSON.stringify({ includeIndicatorCSS: false, mode: 'same-origin', history: false })

function Head({ title, description }: { readonly title: string; readonly description: string | undefined }) {
  const { site, path } = usePageRequest()
  const address = (language: (typeof languages)[number]) => new URL(href(language, path), site.publicUrl).href
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} · ${site.instanceName}`}</title>
      {description === undefined ? null : <meta name="description" content={description} />}
      <meta name="htmx-config" content={htmxConfig} />
      <link rel="icon" href={site.assets['icon.svg']} type="image/svg+xml" />
      <link rel="stylesheet" href={site.assets['app.css']} />
      {languages.map((language) => (
        <link rel="alternate" hreflang={language} href={address(language)} />
      ))}
      <script src={site.assets['theme.js']} />
      <script src={site.assets['htmx.js']} defer />
      <script src={site.assets['app.js']} defer />
    </head>
  )
}

function FlashMessage() {
  const { flash, t } = usePageRequest()
  if (flash === undefined) return null
  return (
    <div class="flash-area">
      <div class={`flash flash-${flash.kind}`} role="status" data-focus-on-load="" tabindex={-1}>
        {t(flash.key, flash.parameters)}
      </div>
    </div>
  )
}

/** The frame of every page. Who looks, the language and the address come from the request (see `render`). */
export function Page({ title, description, narrow, hero, before, children }: PageProps) {
  const { language, t } = usePageRequest()
  return (
    <html lang={language}>
      <Head title={title} description={description} />
      <body>
        <a class="skip-link" href="#main">
          {t('shell.skip')}
        </a>
        <SiteHeader />
        <main id="main" tabindex={-1}>
          <FlashMessage />
          {hero === undefined ? null : <div class="hero">{hero}</div>}
          <div class={narrow === true ? 'page page-narrow' : 'page'}>
            {before}
            {children}
          </div>
        </main>
        <SiteFooter />
      </body>
    </html>
  )
}
