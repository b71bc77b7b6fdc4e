import { collectRemote, parseTarget, type CallWish, type Evidence } from '@connectory/checker'
import { createSafeFetch } from '@connectory/wire'
import { showProgress } from './progress.ts'

export interface Looking {
  readonly allowLoopback: boolean
  /** Adds the scope `call`; without it no tool is called. */
  readonly calls?: CallWish
}

/** Looks at a server and shows on stderr what is being looked at. */
export async function lookAt(url: string, { allowLoopback, calls }: Looking): Promise<Evidence> {
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
      ...(calls ? { calls, scopes: ['passive', 'call'] as const } : {}),
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
