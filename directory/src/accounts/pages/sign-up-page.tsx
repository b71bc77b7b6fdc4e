import { Actions, Button, Card, ErrorSummary, Field, FormToken } from '../../web/index.ts'
import { href, Page, PageHeader, paths, Sentence, usePageRequest, Stack } from '../../web/index.ts'
import { passwordLength } from '../sign-up-rules.ts'

export interface SignUpForm {
  readonly name: string
  readonly email: string
  readonly next: string
  /** Field → sentence. */
  readonly errors: Readonly<Record<string, string>>
}

export function SignUpPage({ name, email, next, errors }: SignUpForm) {
  const { t, language } = usePageRequest()
  const other = `${href(language, paths.signIn)}?next=${encodeURIComponent(next)}`
  return (
    <Page title={t('accounts.sign-up.title')} narrow>
      <PageHeader title={t('accounts.sign-up.title')} lead={t('accounts.sign-up.lead')} />
      <Stack>
        <ErrorSummary errors={errors} />
        <Card>
          <form class="stack" method="post" action={href(language, paths.signUp)} novalidate>
            <FormToken />
            <input type="hidden" name="next" value={next} />
            <Field
              name="name"
              label={t('accounts.name')}
              hint={t('accounts.name-hint')}
              value={name}
              error={errors['name']}
              autocomplete="name"
              maxlength={120}
              required
            />
            <Field
              name="email"
              type="email"
              label={t('accounts.email')}
              hint={t('accounts.email-hint')}
              value={email}
              error={errors['email']}
              autocomplete="username"
              maxlength={254}
              required
            />
            <Field
              name="password"
              type="password"
              label={t('accounts.password')}
              hint={t('accounts.password-hint', passwordLength)}
              error={errors['password']}
              autocomplete="new-password"
              minlength={passwordLength.least}
              maxlength={passwordLength.most}
              required
            />
            <Actions>
              <Button>{t('accounts.sign-up.do')}</Button>
            </Actions>
          </form>
        </Card>
        <p>
          <Sentence
            text="accounts.sign-up.has-account"
            parts={{ link: <a href={other}>{t('accounts.sign-in.do')}</a> }}
          />
        </p>
      </Stack>
    </Page>
  )
}
