import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Problem, type AppEnv, type ProblemCode } from '../kernel/index.ts'
import { LinkButton } from './components/button.tsx'
import { Actions } from './components/form.tsx'
import { href } from './language.ts'
import { usePageRequest } from './page-context.ts'
import { Page } from './page.tsx'
import { faultJson, isApiPath, problemJson } from './problem-json.ts'
import { render } from './render.tsx'
import { paths } from './site.ts'

function ErrorPage({
  code,
  status,
  detail,
  fields = {},
  reference,
  back,
}: {
  readonly code: ProblemCode | 'fault'
  readonly status: number
  readonly detail?: string | undefined
  readonly fields?: Readonly<Record<string, string>>
  readonly reference: string
  /** The page whose form was refused, to look at it as it is now. */
  readonly back?: string | undefined
}) {
  const { t, language, path } = usePageRequest()
  const signIn = code === 'not-signed-in'
  const details = <Details detail={detail} fields={fields} />
  return (
    <Page title={t(`shell.problem.${code}`)} narrow>
      <div class="error-page">
        <p class="error-status">{status}</p>
        <h1>{t(`shell.problem.${code}`)}</h1>
        {language === 'en' ? details : null}
        <p>{t(`shell.problem.${code}.do`)}</p>
        <Actions>
          {signIn ? (
            <LinkButton
              href={href(language, `${paths.signIn}?next=${encodeURIComponent(href(language, path))}`)}
            >
              {t('shell.sign-in')}
            </LinkButton>
          ) : null}
          {back === undefined ? null : <LinkButton href={back}>{t('shell.to-page')}</LinkButton>}
          <LinkButton href={href(language, paths.home)} kind={signIn ? 'quiet' : 'secondary'}>
            {t('shell.to-home')}
          </LinkButton>
        </Actions>
        {language === 'en' ? null : details}
        <p class="error-reference">
          {t('shell.reference')} <code>{reference}</code>
        </p>
      </div>
    </Page>
  )
}

/** The sentences of a problem are English, as APIs give them; elsewhere they stand below what the reader can read. */
function Details({
  detail,
  fields,
}: {
  readonly detail: string | undefined
  readonly fields: Readonly<Record<string, string>>
}) {
  const { language } = usePageRequest()
  const sentences = Object.values(fields).filter((sentence) => sentence !== detail)
  return (
    <div lang="en" class={language === 'en' ? undefined : 'muted small'}>
      {detail === undefined ? null : <p class={language === 'en' ? 'lead' : undefined}>{detail}</p>}
      {sentences.length === 0 ? null : (
        <ul>
          {sentences.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (!(error instanceof HTTPException)) return undefined
  if (error.status === 413) return new Problem('too-large', 'What you sent is larger than this page accepts.')
  if (error.status === 404) return new Problem('not-found', 'There is nothing at this address.')
  if (error.status >= 500) return undefined
  return new Problem('invalid-input', 'What you sent could not be read. Check it and send it again.')
}

/** APIs, and paths of programs that lie before the frame of a page is set, such as the gateway. */
function isForPrograms(c: Context<AppEnv>): boolean {
  return isApiPath(c.req.path) || c.get('site') === undefined
}

/** A person who opens a page, not a script that asks for a part of one. @see https://www.w3.org/TR/fetch-metadata/ */
function isNavigation(c: Context<AppEnv>): boolean {
  return c.req.method === 'GET' && c.req.header('sec-fetch-dest') === 'document'
}

const outdated: readonly ProblemCode[] = ['stale-form', 'already-decided', 'conflict']

/** Where the form stood that came too late: browsers say so to our own pages. */
function pageOfForm(c: Context<AppEnv>, code: ProblemCode): string | undefined {
  const referrer = c.req.header('referer') ?? ''
  if (!outdated.includes(code) || !URL.canParse(referrer)) return undefined
  const { origin, pathname, search } = new URL(referrer)
  return origin === c.get('site').publicUrl.origin ? pathname + search : undefined
}

/** The sign-in, which leads back to what was asked for. */
function signInAddress(c: Context<AppEnv>): string {
  const { pathname, search } = new URL(c.req.url)
  return `${href(c.get('language'), paths.signIn)}?next=${encodeURIComponent(pathname + search)}`
}

/** The one place where an error becomes an answer. `report` is told of our own faults, once. */
export function errorHandler(report: (error: Error, requestId: string) => void): ErrorHandler<AppEnv> {
  return async (error, c) => {
    const reference = c.get('requestId') ?? ''
    const problem = asProblem(error)
    if (problem === undefined) report(error, reference)
    if (isForPrograms(c))
      return problem === undefined ? faultJson(reference) : problemJson(problem, reference)
    if (problem === undefined) {
      return await render(c, <ErrorPage code="fault" status={500} reference={reference} />, 500)
    }
    const { code, status, message, fields } = problem
    if (code === 'not-signed-in' && isNavigation(c)) return c.redirect(signInAddress(c), 303)
    const page = (
      <ErrorPage
        code={code}
        status={status}
        detail={message}
        fields={fields}
        reference={reference}
        back={pageOfForm(c, code)}
      />
    )
    return await render(c, page, status)
  }
}

export const notFound: NotFoundHandler<AppEnv> = async (c) => {
  const reference = c.get('requestId') ?? ''
  if (isForPrograms(c)) {
    return problemJson(new Problem('not-found', `There is nothing at ${c.req.path}.`), reference)
  }
  return await render(c, <ErrorPage code="not-found" status={404} reference={reference} />, 404)
}
