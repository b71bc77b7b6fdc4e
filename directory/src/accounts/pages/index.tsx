import { Hono, type Context } from 'hono'
import { Problem, type AppEnv } from '../../kernel/index.ts'
import { flash, href, incomingOf, paths, render } from '../../web/index.ts'
import type { Accounts, AccountsContext } from '../create-accounts.ts'
import { operatorLinkStands, redeemOperatorLink } from '../operator-link.ts'
import { safeNext, signInPath } from '../safe-next.ts'
import { passwordLength, signUpFaults } from '../sign-up-rules.ts'
import { accountRoutes } from './account-routes.tsx'
import { fieldsOf, setCookies } from './form-exchange.ts'
import { OperatorPage } from './operator-page.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { SignUpPage } from './sign-up-page.tsx'

type Verbs = Omit<Accounts, 'routes'>

export function accountPages(context: AccountsContext, accounts: Verbs): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  signInRoutes(app, context, accounts)
  signUpRoutes(app, context, accounts)
  operatorRoutes(app, context)
  app.post(paths.signOut, async (c) => {
    setCookies(c, await accounts.signOut(c.req.raw))
    flash(c, 'info', 'accounts.signed-out')
    return c.redirect(href(c.get('language'), paths.home), 303)
  })
  accountRoutes(app, context)
  return app
}

function callerOf(c: Context<AppEnv>, { clientAddress }: AccountsContext) {
  return { address: clientAddress(incomingOf(c)), userAgent: c.req.header('user-agent') }
}

function signInRoutes(app: Hono<AppEnv>, context: AccountsContext, accounts: Verbs): void {
  app.get(paths.signIn, async (c) => {
    const home = href(c.get('language'), paths.home)
    const next = safeNext(c.req.query('next'), home)
    if (c.get('viewer') !== null) return c.redirect(next, 303)
    return await render(c, <SignInPage email="" next={next} />)
  })
  app.post(paths.signIn, async (c) => {
    const field = await fieldsOf(c)
    const next = safeNext(field('next'), href(c.get('language'), paths.home))
    const email = field('email')
    try {
      const { cookies } = await accounts.signIn({
        email,
        password: field('password'),
        ...callerOf(c, context),
      })
      // The session that the browser had ends: whoever planted it gains nothing.
      await accounts.signOut(c.req.raw)
      setCookies(c, cookies)
      return c.redirect(next, 303)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const refused = sentenceFor(c, error)
      return await render(c, <SignInPage email={email} next={next} refused={refused} />, error.status)
    }
  })
}

function sentenceFor(c: Context<AppEnv>, problem: Problem): string {
  const t = c.get('t')
  if (problem.code === 'too-many')
    return t('accounts.too-many', { minutes: problem.fields['minutes'] ?? '15' })
  return problem.code === 'invalid-input' ? t('accounts.sign-in.wrong') : problem.message
}

function signUpRoutes(app: Hono<AppEnv>, context: AccountsContext, accounts: Verbs): void {
  app.get(paths.signUp, async (c) => {
    const next = safeNext(c.req.query('next'), href(c.get('language'), paths.home))
    if (c.get('viewer') !== null) return c.redirect(next, 303)
    return await render(c, <SignUpPage name="" email="" next={next} errors={{}} />)
  })
  app.post(paths.signUp, async (c) => {
    const t = c.get('t')
    const field = await fieldsOf(c)
    const next = safeNext(field('next'), href(c.get('language'), paths.home))
    const input = { name: field('name'), email: field('email'), password: field('password') }
    const again = (errors: Record<string, string>, status: 409 | 422 | 429) =>
      render(c, <SignUpPage name={input.name} email={input.email} next={next} errors={errors} />, status)
    const faults = Object.entries(signUpFaults(input))
    if (faults.length > 0) {
      return await again(Object.fromEntries(faults.map(([name, key]) => [name, t(key, passwordLength)])), 422)
    }
    try {
      const { cookies } = await accounts.signUp({ ...input, ...callerOf(c, context) })
      setCookies(c, cookies)
      flash(c, 'good', 'accounts.sign-up.done')
      return c.redirect(next, 303)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.code === 'already-exists') return await again({ email: t('accounts.sign-up.exists') }, 409)
      if (error.code === 'too-many') return await again({ email: sentenceFor(c, error) }, 429)
      throw error
    }
  })
}

function operatorRoutes(app: Hono<AppEnv>, context: AccountsContext): void {
  app.get('/operator/:token', async (c) => {
    const stands = await operatorLinkStands(context, c.req.param('token'))
    c.header('referrer-policy', 'no-referrer')
    return await render(c, <OperatorPage path={c.req.path} stands={stands} />, stands ? 200 : 404)
  })
  app.post('/operator/:token', async (c) => {
    const viewer = c.get('viewer')
    if (viewer === null) return c.redirect(signInPath(c.get('language'), new URL(c.req.url).pathname), 303)
    await redeemOperatorLink(context, viewer, c.req.param('token'))
    flash(c, 'good', 'accounts.operator.done')
    return c.redirect(href(c.get('language'), paths.account), 303)
  })
}
