import type { PropsWithChildren } from 'hono/jsx'
import { isStaff } from '../kernel/index.ts'
import { FormToken } from './components/form.tsx'
import { initials } from './components/monogram.tsx'
import { href } from './language.ts'
import { LanguageLinks } from './language-links.tsx'
import { usePageRequest } from './page-context.ts'
import { paths } from './site.ts'

/** Two things and the line between them. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="32" height="32" rx="9" />
      <path class="mark-line" d="M12.5 16h7" />
      <circle class="mark-dot" cx="9" cy="16" r="3.5" />
      <circle class="mark-dot mark-dot-open" cx="23" cy="16" r="3.5" />
    </svg>
  )
}

/** Search for connectors and tools. `id` tells the fields of one page apart. */
function SearchForm({ id }: { readonly id: string }) {
  const { language, t, path } = usePageRequest()
  const query = new URL(path, 'http://path').searchParams.get('q') ?? ''
  return (
    <form class="search" role="search" method="get" action={href(language, paths.connectors)}>
      <label class="visually-hidden" for={id}>
        {t('shell.search')}
      </label>
      <svg class="search-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <circle cx="9" cy="9" r="5.5" />
        <path d="m13.2 13.2 3.6 3.6" />
      </svg>
      <input
        id={id}
        class="search-input"
        type="search"
        name="q"
        value={query}
        placeholder={t('shell.search-placeholder')}
        autocomplete="off"
      />
    </form>
  )
}

function NavLink({ to, children }: PropsWithChildren<{ readonly to: string }>) {
  const { language, path } = usePageRequest()
  const here = path.split('?')[0] ?? path
  const inside =
    to === paths.submit ? here.startsWith(paths.submissions) : here === to || here.startsWith(`${to}/`)
  return (
    <a class="nav-link" href={href(language, to)} aria-current={inside ? 'page' : undefined}>
      {children}
    </a>
  )
}

function NavLinks() {
  const { t, viewer } = usePageRequest()
  const reviews = viewer?.roles.has('reviewer') === true
  const staff = viewer !== null && isStaff(viewer)
  return (
    <ul class="nav-links">
      <li>
        <NavLink to={paths.connectors}>{t('shell.nav.connectors')}</NavLink>
      </li>
      <li>
        <NavLink to={paths.connections}>{t('shell.nav.connections')}</NavLink>
      </li>
      <li>
        <NavLink to={paths.submit}>{t('shell.nav.submit')}</NavLink>
      </li>
      {reviews ? (
        <li>
          <NavLink to={paths.review}>{t('shell.nav.review')}</NavLink>
        </li>
      ) : null}
      {staff ? (
        <li>
          <NavLink to={paths.holds}>{t('shell.nav.holds')}</NavLink>
        </li>
      ) : null}
    </ul>
  )
}

function AccountMenu() {
  const { language, t, viewer } = usePageRequest()
  if (viewer === null) {
    return (
      <a class="button button-secondary button-small" href={href(language, paths.signIn)}>
        {t('shell.sign-in')}
      </a>
    )
  }
  return (
    <details class="menu" data-menu="">
      <summary class="menu-summary">
        <span class="visually-hidden">{t('shell.account-of', { name: viewer.name })}</span>
        <span class="avatar" aria-hidden="true">
          {initials(viewer.name)}
        </span>
      </summary>
      <div class="menu-panel">
        <p class="menu-who">
          <strong>{viewer.name}</strong>
          <span class="muted">{viewer.email}</span>
        </p>
        <ul>
          <li>
            <a href={href(language, paths.inbox)}>{t('shell.inbox')}</a>
          </li>
          <li>
            <a href={href(language, paths.submissions)}>{t('shell.nav.submissions')}</a>
          </li>
          <li>
            <a href={href(language, paths.dashboard)}>{t('dashboard.title')}</a>
          </li>
          <li>
            <a href={href(language, paths.complaints)}>{t('safety.mine')}</a>
          </li>
          <li>
            <a href={href(language, paths.connections)}>{t('shell.nav.connections')}</a>
          </li>
          <li>
            <a href={href(language, paths.transfers)}>{t('ownership.transfers')}</a>
          </li>
          {isStaff(viewer) ? <StaffItems /> : null}
          <li>
            <a href={href(language, paths.account)}>{t('shell.account')}</a>
          </li>
        </ul>
        <form method="post" action={href(language, paths.signOut)}>
          <FormToken />
          <button class="menu-button" type="submit">
            {t('shell.sign-out')}
          </button>
        </form>
      </div>
    </details>
  )
}

/** What those who decide about the listings of others look at. */
function StaffItems() {
  const { language, t } = usePageRequest()
  const items = [
    [paths.reliability, t('reliability.title')],
    [paths.safety, t('safety.title')],
    [paths.drift, t('drift.title')],
    [paths.simulations, t('simulation.title')],
  ] as const
  return (
    <>
      {items.map(([path, title]) => (
        <li>
          <a href={href(language, path)}>{title}</a>
        </li>
      ))}
    </>
  )
}

function InboxLink() {
  const { language, t, viewer, unread } = usePageRequest()
  if (viewer === null) return null
  const label = unread === 0 ? t('shell.inbox') : t('shell.inbox-unread', { count: unread })
  return (
    <a class="icon-button inbox-link" href={href(language, paths.inbox)} aria-label={label} title={label}>
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d="M3 11.5 5 4.5h10l2 7v4H3z" />
        <path d="M3 11.5h4l1 2h4l1-2h4" />
      </svg>
      {unread === 0 ? null : (
        <span class="inbox-count" aria-hidden="true">
          {unread < 100 ? unread : '99+'}
        </span>
      )}
    </a>
  )
}

function ThemeToggle() {
  const { t } = usePageRequest()
  return (
    <theme-toggle>
      <button class="icon-button" type="button" hidden aria-label={t('shell.theme')} title={t('shell.theme')}>
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <circle class="theme-ring" cx="10" cy="10" r="6.5" />
          <path class="theme-half" d="M10 3.5a6.5 6.5 0 0 1 0 13z" />
        </svg>
      </button>
    </theme-toggle>
  )
}

function PhoneMenu() {
  const { t } = usePageRequest()
  return (
    <details class="menu phone-only" data-menu="">
      <summary class="icon-button menu-summary" aria-label={t('shell.menu')}>
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <path d="M3 6h14M3 10h14M3 14h14" />
        </svg>
      </summary>
      <div class="menu-panel menu-panel-wide">
        <SearchForm id="search-phone" />
        <nav aria-label={t('shell.nav')}>
          <NavLinks />
        </nav>
        <LanguageLinks />
      </div>
    </details>
  )
}

function LanguageMenu() {
  const { language, t } = usePageRequest()
  return (
    <details class="menu wide-only" data-menu="">
      <summary class="menu-summary language-summary">
        <span class="visually-hidden">{t('shell.language')} </span>
        {language.toUpperCase()}
      </summary>
      <div class="menu-panel">
        <LanguageLinks />
      </div>
    </details>
  )
}

export function SiteHeader() {
  const { language, site, t } = usePageRequest()
  return (
    <header class="site-header">
      <div class="site-header-row">
        <a class="brand" href={href(language, paths.home)}>
          <Mark />
          <span>{site.instanceName}</span>
        </a>
        <nav class="wide-only" aria-label={t('shell.nav')}>
          <NavLinks />
        </nav>
        <div class="site-header-search wide-only">
          <SearchForm id="search-wide" />
        </div>
        <div class="site-header-end">
          <LanguageMenu />
          <ThemeToggle />
          <InboxLink />
          <AccountMenu />
          <PhoneMenu />
        </div>
      </div>
    </header>
  )
}
