import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { toNodeHandler } from '@modelcontextprotocol/node'
import { createMcpHandler } from '@modelcontextprotocol/server'
import { listen, notesServer } from './login-server.ts'

/** What a well-known product does its own way; the rest is a plain authorization server with one entered client. */
export interface Quirks {
  /** As the server's own metadata name it. */
  readonly issuer: string
  readonly scopes: readonly string[]
  /** Documents by path; whatever is not there is a 404 page. */
  readonly documents: Readonly<Record<string, object>>
  readonly paths: { readonly authorize: string; readonly token: string; readonly register?: string }
  /** Why a good request is sent back without a code. */
  refuses?(asked: URLSearchParams): { readonly error: string; readonly description: string } | undefined
  /** What stands beside the access token; `refresh` is a new one. */
  gives(asked: { readonly scope: string; readonly refresh: string }): Readonly<Record<string, unknown>>
  /** How it says no at the token endpoint; default: 400 and JSON. */
  readonly words?: Readonly<Record<string, string>>
  /** Token answers are forms unless JSON is asked for, and a no has status 200. */
  readonly formAnswers?: boolean
  /** How long a refresh token that was used is still good for; left out, it stays good. */
  readonly graceMs?: number
  readonly now?: () => number
}

export interface QuirkyLogin extends AsyncDisposable {
  readonly mcpUrl: string
  readonly issuer: string
  readonly client: { readonly clientId: string; readonly clientSecret: string }
  /** The grants that were asked for at the token endpoint. */
  readonly grants: readonly string[]
  /** The person allows at once; returns where the browser is sent back to. */
  readonly signIn: (to: URL) => Promise<URL>
  /** Ends access tokens, or what they are renewed with. */
  forget(what: 'access' | 'refresh'): void
  /** The next token answer is made and does not arrive. */
  loseNextAnswer(): void
}

const client = { clientId: 'entered-by-hand', clientSecret: 'secret of the app' }

interface Code {
  readonly challenge: string
  readonly scope: string
}

/** @param callback the one address that the client is entered with, compared exactly */
export async function startQuirkyLogin(
  callback: string,
  make: (origin: string) => Quirks,
): Promise<QuirkyLogin> {
  let state: State | undefined
  const server = await listen((origin) => {
    state = new State(origin, callback, make(origin))
    return state.route
  })
  const { quirks, grants, access, refresh } = state ?? expected()
  return {
    mcpUrl: `${server.origin}/mcp`,
    issuer: quirks.issuer,
    client,
    grants,
    async signIn(to) {
      const answer = await fetch(to, { redirect: 'manual' })
      const location = answer.headers.get('location')
      if (location === null) throw new Error(`The login shows a page: ${await answer.text()}`)
      return new URL(location)
    },
    forget: (what) => (what === 'access' ? access : refresh).clear(),
    loseNextAnswer: () => (state ?? expected()).loseNextAnswer(),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

function expected(): never {
  throw new Error('The server has no address yet.')
}

class State {
  readonly quirks: Quirks
  readonly grants: string[] = []
  readonly access = new Set<string>()
  /** With their scope, and since when they are used up. */
  readonly refresh = new Map<string, { readonly scope: string; usedAt?: number }>()
  readonly #codes = new Map<string, Code>()
  readonly #origin: string
  readonly #callback: string
  readonly #mcp = toNodeHandler(createMcpHandler(notesServer))
  #losesAnswer = false

  constructor(origin: string, callback: string, quirks: Quirks) {
    this.#origin = origin
    this.#callback = callback
    this.quirks = quirks
  }

  loseNextAnswer(): void {
    this.#losesAnswer = true
  }

  readonly route: RequestListener = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.#origin)
    const { documents, paths } = this.quirks
    if (pathname === '/mcp') return await this.#guard(request, response)
    const document = documents[pathname]
    if (document !== undefined) return sendJson(response, 200, document)
    if (pathname === paths.authorize) return this.#authorize(searchParams, response)
    if (pathname === paths.token) return await this.#token(request, response)
    if (pathname === paths.register) {
      return sendJson(response, 403, { errorCode: 'E0000006', errorSummary: 'You do not have permission.' })
    }
    response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>')
  }

  async #guard(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (this.access.has(token)) {
      return await this.#mcp(request as IncomingMessage & { method: string; url: string }, response)
    }
    const metadata = `${this.#origin}/.well-known/oauth-protected-resource/mcp`
    const challenge = `Bearer resource_metadata="${metadata}", scope="${this.quirks.scopes.join(' ')}"`
    response.writeHead(401, { 'www-authenticate': challenge }).end()
  }

  #authorize(asked: URLSearchParams, response: ServerResponse): void {
    if (asked.get('client_id') !== client.clientId || asked.get('redirect_uri') !== this.#callback) {
      response.writeHead(400, { 'content-type': 'text/html' }).end('<h1>Unknown client or address</h1>')
      return
    }
    const back = new URL(this.#callback)
    back.searchParams.set('state', asked.get('state') ?? '')
    const refused =
      asked.get('code_challenge_method') === 'S256'
        ? this.quirks.refuses?.(asked)
        : { error: 'invalid_request', description: 'PKCE is needed.' }
    if (refused === undefined) {
      const code = randomUUID()
      this.#codes.set(code, {
        challenge: asked.get('code_challenge') ?? '',
        scope: asked.get('scope') ?? '',
      })
      back.searchParams.set('code', code)
    } else {
      back.searchParams.set('error', refused.error)
      back.searchParams.set('error_description', refused.description)
    }
    response.writeHead(302, { location: back.href }).end()
  }

  async #token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString('utf8'))
    this.grants.push(form.get('grant_type') ?? '')
    const outcome = isOurs(request, form) ? this.#redeem(form) : 'invalid_client'
    if (this.#losesAnswer) {
      this.#losesAnswer = false
      request.socket.destroy()
      return
    }
    if (typeof outcome === 'string') {
      const error = this.quirks.words?.[outcome] ?? outcome
      this.#send(request, response, this.quirks.formAnswers === true ? 200 : 400, { error })
      return
    }
    const refresh = randomUUID()
    const token = randomUUID()
    this.access.add(token)
    const rest = this.quirks.gives({ ...outcome, refresh })
    if (rest['refresh_token'] === refresh) this.refresh.set(refresh, { scope: outcome.scope })
    this.#send(request, response, 200, { access_token: token, token_type: 'bearer', ...rest })
  }

  /** What was given with it, or why not. */
  #redeem(form: URLSearchParams): { readonly scope: string } | string {
    if (form.get('grant_type') === 'refresh_token') return this.#useRefreshToken(form)
    const code = this.#codes.get(form.get('code') ?? '')
    this.#codes.delete(form.get('code') ?? '')
    const verifier = createHash('sha256').update(form.get('code_verifier') ?? '')
    const good =
      form.get('redirect_uri') === this.#callback && code?.challenge === verifier.digest('base64url')
    return good && code !== undefined ? code : 'invalid_grant'
  }

  #useRefreshToken(form: URLSearchParams): { readonly scope: string } | string {
    const known = this.refresh.get(form.get('refresh_token') ?? '')
    const { graceMs, now = Date.now } = this.quirks
    if (known === undefined) return 'invalid_grant'
    if (graceMs === undefined) return known
    known.usedAt ??= now()
    if (now() - known.usedAt <= graceMs) return known
    // Used twice: somebody has a copy.
    this.refresh.clear()
    return 'invalid_grant'
  }

  #send(request: IncomingMessage, response: ServerResponse, status: number, answer: object): void {
    const json = request.headers.accept?.includes('application/json') === true
    if (json || this.quirks.formAnswers !== true) return sendJson(response, status, answer)
    const form = new URLSearchParams(Object.entries(answer).map(([name, value]) => [name, String(value)]))
    response.writeHead(status, { 'content-type': 'application/x-www-form-urlencoded' }).end(form.toString())
  }
}

function isOurs(request: IncomingMessage, form: URLSearchParams): boolean {
  const [scheme, basic = ''] = (request.headers.authorization ?? '').split(' ')
  const [id, secret] =
    scheme === 'Basic'
      ? Buffer.from(basic, 'base64')
          .toString('utf8')
          .split(':')
          .map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
      : [form.get('client_id'), form.get('client_secret')]
  return id === client.clientId && secret === client.clientSecret
}

function sendJson(response: ServerResponse, status: number, answer: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}
