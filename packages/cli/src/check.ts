import { check, exitCode, parseTarget, policies, type Report } from '@connectory/checker'
import { createSafeFetch } from '@connectory/wire'
import { painter } from './paint.ts'
import { showProgress } from './progress.ts'
import { textReport } from './text-report.ts'
import { UsageError } from './usage-error.ts'

export interface CheckFlags {
  readonly format: 'text' | 'json'
  readonly policy: string
  readonly allowLoopback: boolean
}

/** Checks one server in the scope `passive`, prints the report to stdout and progress to stderr. */
export async function checkCommand(url: string, flags: CheckFlags): Promise<number> {
  const target = parseTarget(url)
  const report = await look(target, flags)
  process.stdout.write(flags.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : printed(report))
  return exitCode(report)
}

async function look(target: URL, { policy: wanted, allowLoopback }: CheckFlags): Promise<Report> {
  const policy = policies.get(wanted)
  if (policy === undefined) throw new UsageError(`There is no policy "${wanted}".`)
  const fetch = createSafeFetch({ allowLoopback })
  const interrupted = new AbortController()
  const interrupt = () => interrupted.abort(new Error('Interrupted.'))
  process.once('SIGINT', interrupt)
  const progress = showProgress(target.href, process.stderr)
  try {
    return await check({
      url: target.href,
      fetch,
      policy,
      allowLoopback,
      now: () => new Date(),
      signal: interrupted.signal,
      onStep: (step) => progress.step(step),
    })
  } finally {
    await progress.end()
    process.off('SIGINT', interrupt)
    await fetch.close()
  }
}

function printed(report: Report): string {
  return textReport(report, painter(process.stdout), process.stdout.columns ?? 100)
}
