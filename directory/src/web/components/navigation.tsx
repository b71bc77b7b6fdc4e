import type { Child } from 'hono/jsx'
import { usePageRequest } from '../page-context.ts'

export interface Tab {
  readonly label: string
  readonly href: string
  readonly current?: boolean | undefined
  readonly count?: number | undefined
}

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  const { language } = usePageRequest()
  const numbers = new Intl.NumberFormat(language)
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current === true ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span class="tab-count">{numbers.format(tab.count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export interface InPlaceTab {
  readonly label: string
  readonly content: Child
}

/**
 * Views of one thing in place, of which one is open; without JavaScript too. A browser that cannot lay them out as tabs
 * shows lines to open. `name` is the set's own.
 */
export function TabSet({
  name,
  label,
  tabs,
}: {
  readonly name: string
  readonly label: string
  readonly tabs: readonly InPlaceTab[]
}) {
  return (
    <div class="tab-set" role="group" aria-label={label}>
      {tabs.map((tab, index) => (
        <details name={name} open={index === 0 ? true : undefined}>
          <summary>{tab.label}</summary>
          <div class="tab-set-body">{tab.content}</div>
        </details>
      ))}
    </div>
  )
}

/** Previous and next; an absent address means there is none. */
export function Pagination({
  previous,
  next,
  summary,
}: {
  readonly previous?: string | undefined
  readonly next?: string | undefined
  readonly summary?: string | undefined
}) {
  const { t } = usePageRequest()
  if (previous === undefined && next === undefined) return null
  return (
    <nav class="pagination" aria-label={t('shell.pages')}>
      {previous === undefined ? (
        <span />
      ) : (
        <a class="button button-secondary button-small" href={previous} rel="prev">
          {t('shell.previous')}
        </a>
      )}
      {summary === undefined ? null : <span class="muted">{summary}</span>}
      {next === undefined ? (
        <span />
      ) : (
        <a class="button button-secondary button-small" href={next} rel="next">
          {t('shell.next')}
        </a>
      )}
    </nav>
  )
}
