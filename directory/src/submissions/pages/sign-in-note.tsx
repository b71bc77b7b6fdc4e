import type { Report } from '@connectory/checker'
import { Callout, href, Sentence, usePageRequest } from '../../web/index.ts'

const signInReasons: readonly (string | null)[] = ['no-credentials', 'credentials-refused']

/** True when the check stood before a login and had no account that it could use. */
export function needsSignIn(report: Report): boolean {
  return report.findings.some(({ because }) => signInReasons.includes(because))
}

/** How the tools behind a login can be checked: connect with a test account, then ask for another check. */
export function SignInNote({ slug }: { readonly slug: string }) {
  const { t, language } = usePageRequest()
  const link = <a href={href(language, `/connect/${slug}`)}>{t('submissions.sign-in.link')}</a>
  return (
    <Callout kind="info" title={t('submissions.sign-in.title')}>
      <p>
        <Sentence text="submissions.sign-in.text" parts={{ link }} />
      </p>
    </Callout>
  )
}
