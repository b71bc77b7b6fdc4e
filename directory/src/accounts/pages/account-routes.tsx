import type { Context, Hono } from 'hono'
import { Problem, requireViewer, type AppEnv } from '../../kernel/index.ts'
import { flash, href, paths, render } from '../../web/index.ts'
import { changePassword } from '../change-password.ts'
import type { AccountsContext } from '../create-accounts.ts'
import type { Session } from '../model.ts'
import { signInPath } from '../safe-next.ts'
import { passwordFaults, passwordLength } from '../sign-up-rules.ts'
import { AccountPage } from './account-page.tsx'
import { fieldsOf, setCookies } from './form-exchange.ts'

export function accountRoutes(app: Hono<AppEnv>, context: AccountsContext): void {
  app.get(paths.account, async (c) => {
    if (c.get('viewer') === null) {
      const language = c.get('language')
      return c.redirect(signInPath(language, href(language, paths.account)), 303)
    }
    return await accountPage(c, context, {})
  })
  app.post('/account/password', async (c) => {
    requireViewer({ var: c.var })
    const t = c.get('t')
    const field = await fieldsOf(c)
    const faults = Object.entries(passwordFaults(field('next'), 'next'))
    if (faults.length > 0) {
      return await accountPage(
        c,
        context,
        Object.fromEntries(faults.map(([name, key]) => [name, t(key, passwordLength)])),
      )
    }
    try {
      const passwords = { current: field('current'), next: field('next') }
      setCookies(c, await changePassword(context, c.req.raw.headers, passwords))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const minutes = error.fields['minutes']
      if (error.code === 'too-many' && minutes !== undefined) {
        return await accountPage(c, context, { current: t('accounts.too-many', { minutes }) })
      }
      if (error.fields['current'] === undefined) throw error
      return await accountPage(c, context, { current: t('accounts.change-password.wrong') })
    }
    flash(c, 'good', 'accounts.change-password.done')
    return c.redirect(href(c.get('language'), paths.account), 303)
  })
  endSessionRoutes(app, context)
}

function endSessionRoutes(app: Hono<AppEnv>, { signIns }: AccountsContext): void {
  const ended = (c: Context<AppEnv>): Response => {
    flash(c, 'good', 'accounts.sessions.ended')
    return c.redirect(`${href(c.get('language'), paths.account)}#sessions`, 303)
  }
  app.post('/account/sessions/end', async (c) => {
    const found = await signIns.sessionOf(c.req.raw.headers)
    if (found === null) throw new Problem('not-signed-in', 'Sign in to do this.')
    const field = await fieldsOf(c)
    await signIns.endSessions(found.user.id, { only: field('session') })
    return ended(c)
  })
  app.post('/account/sessions/end-others', async (c) => {
    const found = await signIns.sessionOf(c.req.raw.headers)
    if (found === null) throw new Problem('not-signed-in', 'Sign in to do this.')
    await signIns.endSessions(found.user.id, { except: found.session })
    return ended(c)
  })
}

async function accountPage(
  c: Context<AppEnv>,
  context: AccountsContext,
  errors: Readonly<Record<string, string>>,
): Promise<Response> {
  const viewer = requireViewer({ var: c.var })
  const organisations = await context.organisations.organisationsOf(context.db, viewer.person)
  const sessions = await sessionsOf(context, c.req.raw.headers)
  const page = (
    <AccountPage viewer={viewer} organisations={organisations} sessions={sessions} errors={errors} />
  )
  return await render(c, page, Object.keys(errors).length > 0 ? 422 : 200)
}

async function sessionsOf({ signIns }: AccountsContext, headers: Headers): Promise<readonly Session[]> {
  const found = await signIns.sessionOf(headers)
  if (found === null) return []
  const sessions = await signIns.sessionsOf(found.user.id)
  return sessions.map((session) => ({ ...session, current: session.id === found.session }))
}
