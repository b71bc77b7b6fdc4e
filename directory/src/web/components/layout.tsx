import { createContext, useContext, type Child, type PropsWithChildren } from 'hono/jsx'
import { href } from '../language.ts'
import { usePageRequest } from '../page-context.ts'
import { paths } from '../site.ts'

/** The head of a page: its one h1, a sentence under it, actions beside it. */
export function PageHeader({
  title,
  lead,
  actions,
  eyebrow,
  level = 1,
}: {
  readonly title: Child
  readonly lead?: Child | undefined
  readonly actions?: Child | undefined
  readonly eyebrow?: Child | undefined
  /** 2 when the page has its h1 in the hero. */
  readonly level?: 1 | 2 | undefined
}) {
  return (
    <div class="page-header">
      <div class="page-header-text">
        {eyebrow === undefined ? null : <div class="eyebrow">{eyebrow}</div>}
        {level === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
        {lead === undefined ? null : <p class="lead">{lead}</p>}
      </div>
      {actions === undefined ? null : <div class="actions">{actions}</div>}
    </div>
  )
}

/** Of a card's title: no level of headings is left out on the way to it. */
const CardLevel = createContext<2 | 3>(2)

/** A part of a page under its own h2. */
export function Section({
  title,
  lead,
  actions,
  id,
  children,
}: PropsWithChildren<{
  readonly title: Child
  readonly lead?: Child | undefined
  readonly actions?: Child | undefined
  readonly id?: string | undefined
}>) {
  return (
    <section class="section" id={id}>
      <div class="section-header">
        <div>
          <h2>{title}</h2>
          {lead === undefined ? null : <p class="muted">{lead}</p>}
        </div>
        {actions === undefined ? null : <div class="actions">{actions}</div>}
      </div>
      <CardLevel.Provider value={3}>{children}</CardLevel.Provider>
    </section>
  )
}

/** Vertical rhythm between blocks. */
export function Stack({
  gap = 'normal',
  children,
}: PropsWithChildren<{ readonly gap?: 'tight' | 'normal' | 'wide' }>) {
  return <div class={`stack stack-${gap}`}>{children}</div>
}

/** Small things in a row that may wrap. */
export function Cluster({ children }: PropsWithChildren) {
  return <div class="cluster">{children}</div>
}

/** Cards side by side, as many as fit. */
export function Grid({ children }: PropsWithChildren) {
  return <div class="grid">{children}</div>
}

/** Main column and a narrow one; stacked on a phone. */
export function WithAside({ aside, children }: PropsWithChildren<{ readonly aside: Child }>) {
  return (
    <div class="with-aside">
      <div class="with-aside-main">{children}</div>
      <aside class="with-aside-side">{aside}</aside>
    </div>
  )
}

/** A surface. With `href` the whole card leads there, and its title is the link. */
export function Card({
  title,
  href,
  children,
  footer,
  icon,
}: PropsWithChildren<{
  readonly title?: Child | undefined
  readonly href?: string | undefined
  readonly footer?: Child | undefined
  readonly icon?: Child | undefined
}>) {
  const Heading = useContext(CardLevel) === 2 ? 'h2' : 'h3'
  const heading =
    title === undefined ? null : (
      <Heading class="card-title">
        {href === undefined ? (
          title
        ) : (
          <a class="card-link" href={href}>
            {title}
          </a>
        )}
      </Heading>
    )
  return (
    <div class={href === undefined ? 'card' : 'card card-linked'}>
      {icon === undefined ? (
        heading
      ) : (
        <div class="card-head">
          {icon}
          {heading}
        </div>
      )}
      {title === undefined ? children : <CardLevel.Provider value={3}>{children}</CardLevel.Provider>}
      {footer === undefined ? null : <div class="card-footer">{footer}</div>}
    </div>
  )
}

export type CalloutKind = 'info' | 'good' | 'warn' | 'bad'

/** A note that must not be overlooked. */
export function Callout({
  kind = 'info',
  title,
  children,
}: PropsWithChildren<{ readonly kind?: CalloutKind | undefined; readonly title?: Child | undefined }>) {
  return (
    <div class={`callout callout-${kind}`} role="note">
      {title === undefined ? null : <p class="callout-title">{title}</p>}
      {children}
    </div>
  )
}

/** When there is nothing to list: say so, and what to do. */
export function EmptyState({
  title,
  action,
  children,
}: PropsWithChildren<{ readonly title: Child; readonly action?: Child | undefined }>) {
  return (
    <div class="empty-state">
      <svg class="empty-state-art" viewBox="0 0 64 40" aria-hidden="true" focusable="false">
        <rect x="1" y="9" width="22" height="22" rx="6" />
        <rect x="41" y="9" width="22" height="22" rx="6" />
        <path d="M25 20h14" />
      </svg>
      <p class="empty-state-title">{title}</p>
      {children}
      {action === undefined ? null : <div class="actions">{action}</div>}
    </div>
  )
}

/** Visible to screen readers only. */
export function Hidden({ children }: PropsWithChildren) {
  return <span class="visually-hidden">{children}</span>
}

export interface Crumb {
  readonly label: string
  readonly href: string
}

/** The way back up. The page itself is not in it; its h1 says where one is. */
export function Breadcrumbs({ items }: { readonly items: readonly Crumb[] }) {
  const { t } = usePageRequest()
  return (
    <nav class="breadcrumbs" aria-label={t('shell.breadcrumbs')}>
      <ol>
        {items.map(({ label, href: address }) => (
          <li>
            <a href={address}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The way up from a connector's page, or from a page about it. */
export function ConnectorBreadcrumbs({
  about,
}: {
  /** The connector that the page is about; none on its own page. */
  readonly about?: { readonly slug: string; readonly name: string }
}) {
  const { t, language } = usePageRequest()
  const all = { label: t('catalogue.search.title'), href: href(language, paths.connectors) }
  const up = about && { label: about.name, href: href(language, `${paths.connectors}/${about.slug}`) }
  return <Breadcrumbs items={up === undefined ? [all] : [all, up]} />
}
