import { href } from './language.ts'
import { LanguageLinks } from './language-links.tsx'
import { usePageRequest } from './page-context.ts'
import { paths } from './site.ts'

export function SiteFooter() {
  const { language, site, t } = usePageRequest()
  return (
    <footer class="site-footer">
      <div class="site-footer-row">
        <div class="site-footer-about">
          <strong>{site.instanceName}</strong>
          <p>{t('shell.footer.about')}</p>
        </div>
        <nav aria-label={t('shell.footer.nav')}>
          <ul class="footer-links">
            <li>
              <a href={href(language, paths.policy)}>{t('shell.footer.policy')}</a>
            </li>
            <li>
              <a href={href(language, paths.statistics)}>{t('statistics.title')}</a>
            </li>
            <li>
              <a href={href(language, paths.terms)}>{t('shell.footer.terms')}</a>
            </li>
            <li>
              <a href={href(language, paths.resources)}>{t('shell.footer.resources')}</a>
            </li>
            <li>
              <a href={href(language, paths.security)}>{t('shell.footer.security')}</a>
            </li>
            <li>
              <a href="/openapi.json">{t('shell.footer.api')}</a>
            </li>
          </ul>
        </nav>
        <nav aria-label={t('shell.language')}>
          <LanguageLinks />
        </nav>
      </div>
    </footer>
  )
}
