import type { SafeFetch } from '@connectory/wire'
import type { CallWish } from './evidence/call-plan.ts'
import { collectRemote } from './evidence/remote.ts'
import type { AskDirectory } from './evidence/reach.ts'
import { judge } from './judge.ts'
import type { Policy } from './policy.ts'
import type { Report } from './report.ts'
import type { Scope } from './scope.ts'
import type { SignIn } from './sign-in.ts'
import type { SubmissionFacts } from './submission.ts'

/** What a watcher is told while a check runs. `summary` is English. */
export interface Step {
  readonly id: string
  readonly state: 'running' | 'done' | 'failed'
  readonly summary: string
}

export interface CheckOptions {
  readonly url: string
  readonly fetch: SafeFetch
  readonly now: () => Date
  readonly policy?: Policy
  /** Default: passive. */
  readonly scopes?: readonly Scope[]
  /** Set by whoever built `fetch` with loopback allowed. */
  readonly allowLoopback?: boolean
  /** Bearer token of a test account; used only in the scope login. */
  readonly token?: string
  /** A person who logs in with a browser; used only in the scope login, and instead of `token`. */
  readonly signIn?: SignIn
  /** Sent with every request to the server's own origin: a server inside an organisation may ask for them. */
  readonly headers?: Readonly<Record<string, string>>
  readonly submission?: SubmissionFacts
  /** True when the publisher gave a client id that is already registered. */
  readonly staticClient?: boolean
  /** Redirect address that AUTH-09 registers; without it AUTH-09 is not looked at. */
  readonly callbackUrl?: string
  /** What may be called in the scope call; default: tools that declare readOnlyHint: true. */
  readonly calls?: CallWish
  /** Who can say whether the directory reaches the server; without it NET-03 and NET-04 are not looked at. */
  readonly directory?: AskDirectory | 'this is the directory'
  /** Origin of the directory's pages, for CORS and Origin checks; default https://claude.ai. */
  readonly directoryOrigin?: string
  readonly onStep?: (step: Step) => void
  /** For the whole check without its calls; default 60,000. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

/** The caller gave an address that no server can have. The message says what is wrong with it. */
export class InvalidTarget extends Error {
  override readonly name = 'InvalidTarget'
}

/** Looks at a remote server once and judges what was seen. A stranger's faults are findings, never exceptions. */
export async function check(options: CheckOptions): Promise<Report> {
  const { policy } = options
  const evidence = await collectRemote({ ...options, url: parseTarget(options.url) })
  return judge(evidence, policy ? { policy } : {})
}

/** The address as a URL; throws InvalidTarget with a sentence for the person who typed it. */
export function parseTarget(text: string): URL {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null
  if (!url)
    throw new InvalidTarget(`"${text}" is not a URL. Write it in full, such as https://mcp.example.com/mcp.`)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new InvalidTarget(`"${text}" starts with ${url.protocol}, but a remote server is reached by https.`)
  }
  url.hash = ''
  return url
}
