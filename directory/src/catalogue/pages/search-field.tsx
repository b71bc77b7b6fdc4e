import { Button, href, paths, usePageRequest } from '../../web/index.ts'

/** The large search field of the home page. */
export function SearchField() {
  const { t, language } = usePageRequest()
  return (
    <form class="search" role="search" method="get" action={href(language, paths.connectors)}>
      <label class="visually-hidden" for="home-search">
        {t('catalogue.home.search')}
      </label>
      <svg class="search-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <circle cx="9" cy="9" r="5.5" />
        <path d="m13.2 13.2 3.6 3.6" />
      </svg>
      <input
        id="home-search"
        class="search-input"
        type="search"
        name="q"
        maxlength={200}
        placeholder={t('catalogue.home.placeholder')}
        autocomplete="off"
      />
      <span class="visually-hidden">
        <Button>{t('catalogue.home.go')}</Button>
      </span>
    </form>
  )
}
