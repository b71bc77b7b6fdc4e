import { Actions, Button, ErrorSummary, Field, FormToken, Page, PageHeader } from '../../web/index.ts'
import { Card, href, paths, Sentence, usePageRequest, Stack } from '../../web/index.ts'

export interface SignInForm {
  readonly email: string
  /** Where to go afterwards; a path of ours. */
  readonly next: string
  /** A sentence above the form when the last attempt did not work. */
  readonly refused?: string | undefined
}

export function SignInPage({ email, next, refused }: SignInForm) {
  const { t, language } = usePageRequest()
  const other = `${href(language, paths.signUp)}?next=${encodeURIComponent(next)}`
  return (
    <Page title={t('accounts.sign-in.title')} narrow>
      <PageHeader title={t('accounts.sign-in.title')} lead={t('accounts.sign-in.lead')} />
      <Stack>
        {refused === undefined ? null : <ErrorSummary errors={{ email: refused }} />}
        <Card>
          <form class="stack" method="post" action={href(language, paths.signIn)}>
            <FormToken />
            <input type="hidden" name="next" value={next} />
            <Field
              name="email"
              type="email"
              label={t('accounts.email')}
              value={email}
              autocomplete="username"
              maxlength={254}
              autofocus={email === ''}
              required
            />
            <Field
              name="password"
              type="password"
              label={t('accounts.password')}
              autocomplete="current-password"
              maxlength={256}
              autofocus={email !== ''}
              required
            />
            <Actions>
              <Button>{t('accounts.sign-in.do')}</Button>
            </Actions>
          </form>
        </Card>
        <p>
          <Sentence
            text="accounts.sign-in.no-account"
            parts={{ link: <a href={other}>{t('accounts.sign-in.create')}</a> }}
          />
        </p>
      </Stack>
    </Page>
  )
}
