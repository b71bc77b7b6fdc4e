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
}: {
  readonly code: ProblemCode | 'fault'
  readonly status: number
  readonly detail?: string | undefined
  readonly fields?: Readonly<Record<string, string>>
  readonly reference: string
}) {
  const { t, language, path } = usePageRequest()
  const signIn = code === 'not-signed-in'
  return (
    <Page title={t(`shell.problem.${code}`)} narrow>
      <div class="error-page">
        <p class="error-status">{status}</p>
        <h1>{t(`shell.problem.${code}`)}</h1>
        {detail === undefined ? null : <p class="lead">{detail}</p>}
        {Object.keys(fields).length === 0 ? null : (
          <ul>
            {Object.values(fields).map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        )}
        <p>{t(`shell.problem.${code}.do`)}</p>
        <Actions>
          {signIn ? (
            <LinkButton
              href={href(language, `${paths.signIn}?next=${encodeURIComponent(href(language, path))}`)}
            >
              {t('shell.sign-in')}
            </LinkButton>
          ) : null}
          <LinkButton href={href(language, paths.home)} kind={signIn ? 'quiet' : 'secondary'}>
            {t('shell.to-home')}
          </LinkButton>
        </Actions>
        <p class="error-reference">
          {t('shell.reference')} <code>{reference}</code>
        </p>
      </div>
    </Page>
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
    const page = (
      <ErrorPage code={code} status={status} detail={message} fields={fields} reference={reference} />
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
