import { readFileSync } from 'node:fs'
import { UsageError } from './usage-error.ts'

/** How the person said that the check may log in. */
export interface CredentialFlags {
  readonly login?: boolean
  readonly browser?: boolean
  readonly loginTwice?: boolean
  readonly clientId?: string
  readonly clientSecretEnv?: string
  readonly loginPort?: string
  readonly loginWait?: string
  readonly token?: string
  readonly tokenEnv?: string
  readonly header?: readonly string[]
  readonly callback?: string
}

export interface Credentials {
  readonly login?: {
    readonly client?: { readonly id: string; readonly secret?: string }
    readonly port: number
    readonly waitMs: number
    readonly twice: boolean
    /** False: the address is printed and no window is opened. */
    readonly window: boolean
  }
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The redirect address of a directory: what rules on registration and redirects try. */
  readonly callback?: string
}

/** Reads secrets from where they may stand: environment variables and files, never the command line itself. */
export function credentialsOf(flags: CredentialFlags, env: NodeJS.ProcessEnv): Credentials {
  const { loginTwice, login = loginTwice, clientId, clientSecretEnv, token, tokenEnv, header = [] } = flags
  if (token !== undefined) throw new UsageError(tokenOnTheCommandLine)
  if (login && tokenEnv !== undefined) {
    throw new UsageError('Give --login or --token-env; one check has one login.')
  }
  const only = clientId ?? clientSecretEnv ?? flags.loginPort ?? flags.loginWait
  if (!login && (only !== undefined || flags.browser === false)) {
    throw new UsageError(
      '--client-id, --client-secret-env, --login-port, --login-wait and --no-browser belong to --login.',
    )
  }
  if (clientSecretEnv !== undefined && clientId === undefined) {
    throw new UsageError('--client-secret-env belongs to --client-id.')
  }
  const headers = headersOf(header, env, Boolean(login) || tokenEnv !== undefined)
  return {
    ...(login && { login: loginOf(flags, env) }),
    ...(tokenEnv !== undefined && { token: fromVariable('--token-env', tokenEnv, env) }),
    ...(header.length > 0 && { headers }),
    ...(flags.callback !== undefined && { callback: callbackOf(flags.callback) }),
  }
}

function callbackOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'https:' && url.hash === '') return text
  throw new UsageError('--callback takes the redirect address of a directory, an https address without "#".')
}

/** Whether the person asked for anything beyond the scope passive. */
export function asksForLogin({ login, token, headers, callback }: Credentials): boolean {
  return (login ?? token ?? headers ?? callback) !== undefined
}

const tokenOnTheCommandLine =
  'A token on the command line stays in the history of the shell. Put it into an environment variable and give the name of that: --token-env NAME.'

function loginOf(flags: CredentialFlags, env: NodeJS.ProcessEnv): NonNullable<Credentials['login']> {
  const {
    clientId: id,
    clientSecretEnv,
    loginPort = '0',
    loginWait = '300',
    browser = true,
    loginTwice = false,
  } = flags
  const secret =
    clientSecretEnv === undefined ? {} : { secret: fromVariable('--client-secret-env', clientSecretEnv, env) }
  return {
    ...(id !== undefined && { client: { id, ...secret } }),
    port: wholeNumber('--login-port', loginPort, 65_535),
    waitMs: wholeNumber('--login-wait', loginWait, 3600) * 1000,
    twice: loginTwice,
    window: browser,
  }
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = Number(text)
  if (/^\d{1,5}$/.test(text) && value <= most) return value
  throw new UsageError(`${option} takes a whole number up to ${most}.`)
}

/** Says nothing of what was given: it may be the secret itself. */
function fromVariable(option: string, name: string, env: NodeJS.ProcessEnv): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,99}$/.test(name)) {
    throw new UsageError(`${option} takes the name of an environment variable, never the secret itself.`)
  }
  const value = env[name]?.trim()
  if (value) return checked(option, value)
  throw new UsageError(
    `${option} names an environment variable that is not set or is empty. Set it first; the option takes its name, never the secret itself.`,
  )
}

function checked(option: string, value: string): string {
  if (/^[\x20-\x7e]+$/.test(value)) return value
  throw new UsageError(`The secret that ${option} leads to has characters that no header can carry.`)
}

const headerForm = /^([!#$%&'*+.^_`|~\w-]+)\s*:\s*((?:[A-Za-z]+ )?)(?:\$\{(\w+)\}|@(.+))$/
const ours =
  /^(?:host|connection|content-.*|transfer-encoding|accept.*|mcp-.*|user-agent|cookie|te|upgrade|expect)$/i

function headersOf(
  given: readonly string[],
  env: NodeJS.ProcessEnv,
  hasLogin: boolean,
): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  for (const text of given) {
    const [, name, scheme = '', variable, file] = headerForm.exec(text) ?? []
    if (name === undefined) {
      throw new UsageError(
        "--header takes 'Name: ${VARIABLE}' (in single quotes, else the shell fills it in) or 'Name: @FILE'. A value itself stays out of the command line.",
      )
    }
    if (ours.test(name)) throw new UsageError(`--header cannot set ${name}; the protocol does.`)
    if (hasLogin && name.toLowerCase() === 'authorization') {
      throw new UsageError('--header cannot set Authorization beside a login, which sends its own.')
    }
    const value = variable === undefined ? fromFile(file ?? '') : fromVariable('--header', variable, env)
    headers[name] = `${scheme}${value}`
  }
  return headers
}

function fromFile(path: string): string {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new UsageError(`--header: the file ${path} cannot be read.`)
  }
  if (text.trim() === '') throw new UsageError(`--header: the file ${path} is empty.`)
  return checked('--header', text.trim())
}
