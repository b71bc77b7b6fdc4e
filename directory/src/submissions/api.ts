import type { Context } from 'hono'
import { Problem, requireViewer, type AppEnv, type SubmissionId } from '../kernel/index.ts'
import type { Submissions, SubmissionsDependencies } from './submissions.ts'

/** The report of one attempt (`?attempt=`, default the current one) as a file, for those who may see the submission. */
export async function reportDownload(
  c: Context<AppEnv>,
  { submissions, probe }: Pick<SubmissionsDependencies, 'probe'> & { readonly submissions: Submissions },
  id: SubmissionId,
): Promise<Response> {
  const { submission } = await submissions.view(requireViewer(c), id)
  const asked = Number(c.req.query('attempt') ?? submission.state.attempt)
  const attempt = Number.isSafeInteger(asked) && asked > 0 && asked <= submission.state.attempt ? asked : 0
  const found = await probe.report(id, attempt)
  if (found === undefined) throw new Problem('not-found', 'There is no report of this check yet.')
  c.header('content-disposition', `attachment; filename="connectory-report-${id}-${attempt}.json"`)
  c.header('cache-control', 'no-store')
  return c.json(found.report)
}
