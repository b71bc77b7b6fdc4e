import { check, defaultPolicy, type Report, type Scope } from '@connectory/checker'
import { inTransaction, type ReportId } from '../kernel/index.ts'
import { crashReport } from './crash-report.ts'
import type { CheckTarget, ProbeDependencies } from './probe.ts'
import { recordSteps, type StepRecorder } from './record-steps.ts'
import { finishRun, insertReport, reportOfCheck, startRun, type CheckId } from './store.ts'

/** Tools are called by a reviewer for now; a check looks and signs in. */
const scopes: readonly Scope[] = ['passive', 'login']
const checkTimeoutMs = 60_000
/** The checker keeps its own time; this is for a fault in it. */
const hangTimeoutMs = 90_000

/**
 * One check: reads what is to be checked, looks, and writes the report with what follows from it in one transaction.
 * May run twice, also at the same time; the first report counts.
 */
export async function runCheck(deps: ProbeDependencies, id: CheckId): Promise<void> {
  const target = await deps.target(id.submission, id.attempt)
  const done = target === undefined || (await reportOfCheck(deps.db, id)) !== undefined
  if (done) return await finishRun(deps.db, id, deps.clock.now())
  await startRun(deps.db, id, deps.clock.now())
  const report = await look(deps, id, target)
  await inTransaction(deps.db, async (trx) => {
    const createdAt = deps.clock.now()
    const stored = {
      ...id,
      id: deps.ids.next<ReportId>(),
      organisation: target.organisation,
      report,
      createdAt,
    }
    await finishRun(trx, id, createdAt)
    if (target.stillWanted !== undefined && !(await target.stillWanted(trx))) return
    if (!(await insertReport(trx, stored))) return
    await deps.finished(trx, { ...id, id: stored.id, report })
  })
}

/** A fault of the checker is a report that says so, never a lost submission. */
async function look(deps: ProbeDependencies, id: CheckId, target: CheckTarget): Promise<Report> {
  const startedAt = deps.clock.now()
  const recorder = recordSteps(deps, id)
  try {
    const report = await checkTarget(deps, id, target, recorder.step)
    if (report.loopback && !deps.config.allowLoopback) throw new Error('Loopback is not allowed here.')
    return report
  } catch (error) {
    deps.log.error({ err: error, ...id }, 'A check broke; its report says that nothing could be looked at.')
    const problem = error instanceof Error ? error.message : 'unknown'
    const durationMs = deps.clock.now().getTime() - startedAt.getTime()
    return crashReport({ target: target.url, policy: defaultPolicy, scopes, startedAt, durationMs, problem })
  } finally {
    await recorder.settled()
  }
}

async function checkTarget(
  deps: ProbeDependencies,
  id: CheckId,
  target: CheckTarget,
  onStep: StepRecorder['step'],
): Promise<Report> {
  const credential = await deps.credential?.(id.submission, target.url)
  const signal = AbortSignal.timeout(hangTimeoutMs)
  const running = check({
    url: target.url,
    fetch: credential?.through?.(deps.fetch) ?? deps.fetch,
    now: () => deps.clock.now(),
    policy: defaultPolicy,
    scopes,
    allowLoopback: deps.config.allowLoopback,
    staticClient: target.staticClient,
    directory: 'this is the directory',
    directoryOrigin: deps.config.publicUrl.origin,
    callbackUrl: new URL('/connections/callback', deps.config.publicUrl).href,
    ...(target.submission !== undefined && { submission: target.submission }),
    ...(credential !== undefined && { token: credential.token }),
    ...(target.headers !== undefined && { headers: target.headers }),
    onStep,
    timeoutMs: checkTimeoutMs,
    signal,
  })
  return await Promise.race([running, aborted(signal)])
}

async function aborted(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  signal.addEventListener('abort', () =>
    reject(new Error(`The check did not end within ${hangTimeoutMs / 1000} s.`)),
  )
  return await promise
}
