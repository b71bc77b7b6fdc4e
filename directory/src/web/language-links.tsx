import { languages } from '../kernel/index.ts'
import { href } from './language.ts'
import { usePageRequest } from './page-context.ts'

const ownNames = { en: 'English', de: 'Deutsch', es: 'Español' } as const

/** The same page in each language, each named in itself. */
export function LanguageLinks() {
  const { language, path } = usePageRequest()
  return (
    <ul class="language-links">
      {languages.map((other) => (
        <li>
          <a
            href={href(other, path)}
            hreflang={other}
            lang={other}
            aria-current={other === language ? 'true' : undefined}
          >
            {ownNames[other]}
          </a>
        </li>
      ))}
    </ul>
  )
}
