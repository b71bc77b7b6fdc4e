import { requestToken, unguessable, type TokenOutcome, type Tokens } from '@connectory/wire'
import { couldNotLook, seen, type Looked } from './evidence.ts'
import type { CodeFacts, RefreshFacts } from './sign-in-facts.ts'
import { whyNot, type Visit } from './visit.ts'
import type { Authorized } from './authorize.ts'

/** Everything that is done with the tokens of one login; the newest ones are in use. */
export class TokenLife {
  readonly #visit: Visit
  readonly #authorized: Authorized
  readonly #first: Tokens
  #tokens: Tokens
  /** Refresh tokens that were replaced by others, oldest first. */
  readonly #replaced: string[] = []
  readonly #tries: RefreshFacts['tries'][number][] = []
  #problem: Looked<never> | undefined

  constructor(visit: Visit, authorized: Authorized) {
    this.#visit = visit
    this.#authorized = authorized
    this.#first = authorized.tokens
    this.#tokens = authorized.tokens
  }

  get tokens(): Tokens {
    return this.#tokens
  }

  /** Renews the tokens once. A server that refuses leaves the old ones in use. */
  async refresh(): Promise<void> {
    const { refreshToken } = this.#tokens
    if (refreshToken === undefined || this.#problem) return
    const started = this.#visit.now()
    const outcome = await this.#ask(refreshToken, 'oauth: refresh')
    const tookMs = Math.max(0, this.#visit.now().getTime() - started.getTime())
    if (outcome === undefined) return
    const { status, error } = answerOf(outcome)
    const issued = outcome.state === 'issued' ? outcome.tokens : undefined
    const rotated = issued?.refreshToken !== undefined && issued.refreshToken !== refreshToken
    this.#tries.push({ status, ...error, issued: issued !== undefined, rotated, tookMs })
    if (issued === undefined) return
    if (rotated) this.#replaced.push(refreshToken)
    this.#tokens = { ...issued, refreshToken: issued.refreshToken ?? refreshToken }
  }

  /** Tries a refresh token that must be dead. A careful server ends the whole login upon it, so this comes last. */
  async collectRefresh(): Promise<Looked<RefreshFacts>> {
    const { metadata } = this.#authorized.authorization
    const { expiresIn } = this.#first
    const facts = {
      endpoint: metadata.tokenEndpoint,
      issued: this.#first.refreshToken !== undefined,
      ...(expiresIn !== undefined && { expiresIn }),
      publicClient: this.#authorized.client.method === 'none',
    }
    if (!facts.issued) return seen({ ...facts, tries: [] })
    const [replaced] = this.#replaced
    const dead = await this.#ask(
      replaced ?? `connectory-check-${unguessable()}`,
      replaced === undefined
        ? 'oauth: refresh with a token that nobody issued'
        : 'oauth: refresh with a replaced token',
    )
    if (this.#problem || dead === undefined) return this.#problem ?? couldNotLook('stopped')
    const { status, error } = answerOf(dead)
    const kind = replaced === undefined ? 'made-up' : 'replaced'
    const issued = dead.state === 'issued'
    return seen({ ...facts, tries: this.#tries, dead: { kind, status, issued, ...error } })
  }

  /** Exchanges the code a second time. A careful server ends the whole login upon it, so this comes last. */
  async collectCode(): Promise<Looked<CodeFacts>> {
    const { authorization, client, grant, tookMs } = this.#authorized
    const endpoint = authorization.metadata.tokenEndpoint
    const { fetch, log, signal } = this.#visit
    try {
      const outcome = await requestToken(
        { endpoint, client, grant, resource: authorization.resource },
        { fetch, evidence: log, signal, step: 'oauth: the same code once more' },
      )
      if (outcome.state === 'invalid' && outcome.status === undefined) {
        return couldNotLook('step-failed', { problem: outcome.reason })
      }
      const { status, error } = answerOf(outcome)
      return seen({ endpoint, tookMs, again: { status, issued: outcome.state === 'issued', ...error } })
    } catch (error) {
      return whyNot(this.#visit, error, 'step-failed')
    }
  }

  /** A token for another server, where the refresh token gets one; undefined when there was no answer. */
  async askFor(resource: string): Promise<TokenOutcome | undefined> {
    const { refreshToken } = this.#tokens
    if (refreshToken === undefined) return undefined
    const outcome = await this.#ask(refreshToken, 'oauth: token for another server', resource)
    if (outcome?.state === 'issued' && outcome.tokens.refreshToken !== undefined) {
      this.#tokens = { ...this.#tokens, refreshToken: outcome.tokens.refreshToken }
    }
    return outcome
  }

  async #ask(
    refreshToken: string,
    step: string,
    resource = this.#authorized.authorization.resource,
  ): Promise<TokenOutcome | undefined> {
    const { authorization, client } = this.#authorized
    const { fetch, log, signal } = this.#visit
    const endpoint = authorization.metadata.tokenEndpoint
    try {
      const outcome = await requestToken(
        { endpoint, client, grant: { type: 'refresh_token', refreshToken }, resource },
        { fetch, evidence: log, signal, step },
      )
      if (outcome.state !== 'invalid' || outcome.status !== undefined) return outcome
      this.#problem ??= couldNotLook('step-failed', { problem: outcome.reason })
    } catch (error) {
      this.#problem ??= whyNot(this.#visit, error, 'step-failed')
    }
    return undefined
  }
}

function answerOf(outcome: TokenOutcome): { status: number; error: { error?: string } } {
  const { status = 0 } = outcome
  const error = outcome.state === 'refused' ? outcome.error : undefined
  return { status, error: error === undefined ? {} : { error: error.slice(0, 100) } }
}
