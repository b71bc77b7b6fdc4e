import {
  collectRemote,
  parseTarget,
  scopes,
  type AskDirectory,
  type CallWish,
  type Evidence,
  type Scope,
  type SubmissionFacts,
} from '@connectory/checker'
import { createSafeFetch, type SafeFetch } from '@connectory/wire'
import { startBrowserLogin } from './browser-login.ts'
import { asksForLogin, type Credentials } from './credentials.ts'
import { showProgress } from './progress.ts'
import type { Terminal } from './terminal.ts'

export interface Looking {
  readonly allowLoopback: boolean
  readonly credentials: Credentials
  readonly terminal: Terminal
  /** The answers to a submission form, where they are to be judged too. */
  readonly submission?: SubmissionFacts
  /** Adds the scope `call`; without it no tool is called. */
  readonly calls?: CallWish
  /** For the whole look; what was not seen by then could not be looked at. */
  readonly timeLimitMs?: number
  /** Asks a directory whether it reaches the server too. */
  readonly directory?: (fetch: SafeFetch) => AskDirectory
}

/** Looks at a server in the scopes that were asked for, and shows on stderr what is being looked at. */
export async function lookAt(url: string, looking: Looking): Promise<Evidence> {
  const { allowLoopback, credentials, terminal, calls, directory, timeLimitMs, submission } = looking
  const target = parseTarget(url)
  const asked: Readonly<Record<Scope, boolean>> = {
    passive: true,
    login: asksForLogin(credentials),
    call: calls !== undefined,
  }
  const fetch = createSafeFetch({ allowLoopback })
  const interrupted = new AbortController()
  const release = terminal.onInterrupt(() => interrupted.abort(new Error('Interrupted.')))
  const progress = showProgress(target.href, terminal.stderr)
  const { login, token, headers, callback } = credentials
  const browser = login && (await startBrowserLogin(login, target.href, { progress, terminal }))
  try {
    return await collectRemote({
      url: target,
      fetch,
      allowLoopback,
      scopes: scopes.filter((scope) => asked[scope]),
      ...(browser && { signIn: browser.signIn }),
      ...(token !== undefined && { token }),
      ...(headers && { headers }),
      ...(callback !== undefined && { callbackUrl: callback }),
      ...(calls ? { calls } : {}),
      ...(directory ? { directory: directory(fetch) } : {}),
      now: () => new Date(),
      signal: interrupted.signal,
      ...(timeLimitMs === undefined ? {} : { timeoutMs: timeLimitMs }),
      ...(submission === undefined ? {} : { submission }),
      onStep: (step) => progress.step(step),
    })
  } finally {
    await progress.end()
    await browser?.close()
    release()
    await fetch.close()
  }
}
