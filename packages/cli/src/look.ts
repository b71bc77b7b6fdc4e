import { collectRemote, parseTarget, type Evidence } from '@connectory/checker'
import { createSafeFetch } from '@connectory/wire'
import { showProgress } from './progress.ts'

/** Looks at a server in the scope `passive` and shows on stderr what is being looked at. */
export async function lookAt(url: string, allowLoopback: boolean): Promise<Evidence> {
  const target = parseTarget(url)
  const fetch = createSafeFetch({ allowLoopback })
  const interrupted = new AbortController()
  const interrupt = () => interrupted.abort(new Error('Interrupted.'))
  process.once('SIGINT', interrupt)
  const progress = showProgress(target.href, process.stderr)
  try {
    return await collectRemote({
      url: target,
      fetch,
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
