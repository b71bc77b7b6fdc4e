import type { Context } from 'hono'
import type { AppEnv } from '../../kernel/index.ts'
import type { FactsForm } from '../../submissions/index.ts'
import {
  Actions,
  Button,
  Callout,
  flash,
  formTokenField,
  FormToken,
  href,
  Page,
  PageHeader,
  paths,
  seeOther,
  usePageRequest,
} from '../../web/index.ts'

/** Where one signs in to go on at a page of ours. @param page without language */
export function signInFor(language: AppEnv['Variables']['language'], page: string): string {
  return `${paths.signIn}?next=${encodeURIComponent(href(language, page))}`
}

/**
 * Of a button whose person is signed out by now: to the sign-in, and back to its page. What it sent is not kept: `lost`
 * where that was something given, such as a secret or a file, which waits in no page.
 */
export function signInFirst(c: Context<AppEnv>, page: string, what?: 'lost'): Response | undefined {
  if (c.get('viewer') !== null) return undefined
  flash(c, 'warn', what === undefined ? 'drafts.sign-in-first' : `drafts.sign-in-first.${what}`)
  return seeOther(c, signInFor(c.get('language'), page))
}

/** Of a page of a draft: what was typed waits in this page, and is sent again when its person is back, without a script. */
export function SignInFirstPage({ action, typed }: { readonly action: string; readonly typed: FactsForm }) {
  const { t, language } = usePageRequest()
  const fields = Object.entries(typed).filter(([name]) => name !== formTokenField)
  return (
    <Page title={t('shell.problem.not-signed-in')} narrow>
      <PageHeader title={t('shell.problem.not-signed-in')} />
      <form class="stack" method="post" action={href(language, action)}>
        <Callout kind="warn">
          <p>{t('drafts.sign-in-first.kept')}</p>
        </Callout>
        <FormToken />
        {fields.flatMap(([name, value]) =>
          [value ?? []].flat().map((each) => <input type="hidden" name={name} value={each} />),
        )}
        <Actions>
          <a class="button button-primary" href={href(language, signInFor(language, action))} target="_blank">
            {t('drafts.sign-in-first.open')}
          </a>
          <Button kind="secondary">{t('drafts.sign-in-first.again')}</Button>
        </Actions>
      </form>
    </Page>
  )
}
