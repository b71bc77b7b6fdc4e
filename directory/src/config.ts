import { accessSync, constants } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { parseMailConfig, type MailConfig } from './notices/index.ts'

/**
 * Everything that can be set from outside, read once. The comment of each field names its variable and default.
 * Contradictions are refused at start with a sentence; nothing about addresses is ever taken from a request.
 */
export interface Config {
  /** `PUBLIC_URL` (default `http://127.0.0.1:PORT`): the only source of links, redirect URIs and cookie flags. */
  readonly publicUrl: URL
  /** `AUTH_URL` (default PUBLIC_URL, and for now no other origin): our authorization server. */
  readonly authUrl: URL
  /** `GATEWAY_URL` (default PUBLIC_URL): origin of the gateway endpoints and audience of their tokens. */
  readonly gatewayUrl: URL
  /** `HOST` (default `127.0.0.1`): address to listen on. */
  readonly host: string
  /** `PORT` (default 8080; 0 takes a free one). */
  readonly port: number
  /** `DATA_DIR` (default `./data`): embedded database, keys. */
  readonly dataDir: string
  /** `DATABASE_URL`: a PostgreSQL 15 or newer; without it the embedded one in DATA_DIR. */
  readonly databaseUrl: string | undefined
  /** `TRUSTED_PROXIES` (default none): addresses or CIDR ranges whose X-Forwarded-For counts, separated by commas. */
  readonly trustedProxies: readonly string[]
  /**
   * `EGRESS_ADDRESSES` (default none): addresses or CIDR ranges from which this instance sends requests, separated by
   * commas; published, so that servers with an address filter can let it in.
   */
  readonly egressAddresses: readonly string[]
  /**
   * `MONITOR_CONTROLS` (default none): up to eight addresses that answer whenever our own network is well, separated by
   * commas; when none does, what we saw of listed servers counts for nobody.
   */
  readonly monitorControls: readonly URL[]
  /**
   * `MONITOR_CADENCE` (default `adaptive`): `exact` looks at every listed server every quarter of an hour, also at those
   * that have been well for long.
   */
  readonly monitorCadence: 'adaptive' | 'exact'
  /** `ALLOW_LOOPBACK` (default no): servers on 127.0.0.1 may be submitted, over plain http; for development. */
  readonly allowLoopback: boolean
  /** `TRUSTED_CERTIFICATES`: a PEM file with certificates trusted beside the system's, for outgoing requests. */
  readonly trustedCertificatesFile: string | undefined
  /** `TLS_CERT` and `TLS_KEY`: PEM files; with both, the product speaks https itself. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined
  /** `INSTANCE_NAME` (default `Connectory`): the name that pages, mails and client registrations show. */
  readonly instanceName: string
  /**
   * `VAULT_KEY`: 32 bytes in base64, or several separated by commas, of which the first seals and the others only open;
   * without it key files in DATA_DIR/keys.
   */
  readonly vaultKey: string | undefined
  /** `VAULT_KEY_COMMAND`: a shell command that prints what VAULT_KEY would hold, for keys in a key service. */
  readonly vaultKeyCommand: string | undefined
  /** `RESULT_CAP` (default `tokens`: 25,000 of them; or `characters`: 150,000): the most of a tool's result. */
  readonly resultCap: 'tokens' | 'characters'
  /** `RESULT_CONTINUATION` (default `tool`; `resource`, `off`): how a model reads on after a cut. */
  readonly resultContinuation: 'tool' | 'resource' | 'off'
  /** `MERGED_TOOLS` (default 64): with more tools than this the endpoint `/mcp` offers a search in their place. */
  readonly mergedTools: number
  /**
   * `RATE_LIMIT_USER` (default `600/60`), `RATE_LIMIT_TOOL` (`300/60`), `RATE_LIMIT_CONNECTOR` (`6000/60`),
   * `RATE_LIMIT_GLOBAL` (`60000/60`): most calls in so many seconds at the gateway of one replica; `off` is no limit.
   */
  readonly rateLimits: Readonly<Record<'user' | 'tool' | 'connector' | 'global', RateLimit | undefined>>
  /** `CALL_SECONDS` (default 300): how long a call may take at the gateway, and how long a server may be silent. */
  readonly callSeconds: number
  /** `CALL_SECONDS_BY_CLIENT` (default none): `client-id=900,…`: another whole time for calls of these clients. */
  readonly callSecondsByClient: Readonly<Record<string, number>>
  /** `UPSTREAM_CALLS` (default 64): most calls at one server at a time, from each replica; others wait 10 seconds. */
  readonly upstreamCalls: number
  /** `CALL_RECORDS_MONTHS` (default 13): how many whole months records of calls are kept beside the one under way. */
  readonly callRecordMonths: number
  /**
   * `REVOKE_ON_DISCONNECT` (default no): who disconnects has the server asked to end its tokens too (RFC 7009). Without
   * it they stay valid there until they end.
   */
  readonly revokeOnDisconnect: boolean
  /**
   * `CUSTOM_CONNECTORS` (default `entitled`; in the demo `everyone`): who may add servers that are not listed by their
   * address: organisations that an operator named, `everyone`, or `nobody`.
   */
  readonly customConnectors: 'nobody' | 'entitled' | 'everyone'
  /**
   * `SMTP_URL` (`smtp://` or `smtps://` with user, password, host and port) and `MAIL_FROM` (an address, or a name with
   * one): how notices are sent by e-mail; without them they stand in the inbox only.
   */
  readonly mail: MailConfig | undefined
  /**
   * `SECOND_APPROVAL` (default `high-risk`; in the demo `never`): whether what can do harm is approved by two people;
   * `never` is for an instance with a single reviewer.
   */
  readonly secondApproval: 'high-risk' | 'never'
  /**
   * `SECURITY_CONTACTS` (default none): other ways to report a vulnerability, as `mailto:`, `https:` or `tel:`, separated
   * by commas; security.txt names them after our own form.
   */
  readonly securityContacts: readonly string[]
  /** `SECURITY_POLICY` (default none): an https address that says how reports of vulnerabilities are handled. */
  readonly securityPolicy: URL | undefined
  /** `LOG_LEVEL` (default `info`). */
  readonly logLevel: string
  /** True under `npm start`: demo servers, demo accounts, loopback allowed. */
  readonly demo: boolean
}

export interface RateLimit {
  readonly most: number
  readonly seconds: number
}

/** A mistake in the configuration, said in a sentence that names the variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const flag = z
  .enum(['yes', 'no', 'true', 'false', '1', '0', ''], 'must be "yes" or "no"')
  .default('no')
  .transform((text) => text === 'yes' || text === 'true' || text === '1')

const origin = z
  .string()
  .refine((text) => URL.canParse(text), 'must be a URL like https://connectors.example.com')
  .transform((text) => new URL(text))
  .refine(
    (url) => url.protocol === 'https:' || url.protocol === 'http:',
    'must start with https:// or http://',
  )
  .refine((url) => url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '', {
    error: 'must be an origin without path, query or user: https://connectors.example.com',
  })

const listOfTexts = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )

function count(byDefault: number, most: number) {
  return z
    .string()
    .regex(/^[1-9]\d{0,8}$/, `must be a number from 1 to ${most}`)
    .default(String(byDefault))
    .transform(Number)
    .refine((number) => number <= most, `must be a number from 1 to ${most}`)
}

function rateLimit(byDefault: string) {
  return z
    .string()
    .regex(/^([1-9]\d{0,8}\/[1-9]\d{0,5}|off)$/, 'must be calls/seconds such as 600/60, or "off"')
    .default(byDefault)
    .transform((text): RateLimit | undefined => {
      const [most, seconds] = text.split('/').map(Number)
      return most === undefined || seconds === undefined ? undefined : { most, seconds }
    })
}

function isAddressRange(text: string): boolean {
  const [address = '', length, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128))
}

const environment = z.object({
  PUBLIC_URL: origin.optional(),
  AUTH_URL: origin.optional(),
  GATEWAY_URL: origin.optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number from 0 to 65535')
    .default(8080),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  TRUSTED_PROXIES: listOfTexts,
  MONITOR_CONTROLS: listOfTexts
    .refine((all) => all.length <= 8 && all.every((one) => URL.canParse(one)), {
      error: 'must be up to eight URLs, separated by commas',
    })
    .transform((all) => all.map((one) => new URL(one))),
  MONITOR_CADENCE: z.enum(['adaptive', 'exact']).default('adaptive'),
  EGRESS_ADDRESSES: listOfTexts.refine((all) => all.every(isAddressRange), {
    error: 'must be addresses or ranges such as 192.0.2.7 or 192.0.2.0/24, separated by commas',
  }),
  ALLOW_LOOPBACK: flag,
  TRUSTED_CERTIFICATES: z.string().min(1).optional(),
  TLS_CERT: z.string().min(1).optional(),
  TLS_KEY: z.string().min(1).optional(),
  INSTANCE_NAME: z.string().min(1).max(60).default('Connectory'),
  VAULT_KEY: z
    .string()
    .refine((text) => text.split(',').every((key) => Buffer.from(key, 'base64').length === 32), {
      error:
        'must be 32 bytes in base64, as `openssl rand -base64 32` prints them; several with commas between',
    })
    .optional(),
  VAULT_KEY_COMMAND: z.string().min(1).optional(),
  RESULT_CAP: z.enum(['tokens', 'characters']).default('tokens'),
  RESULT_CONTINUATION: z.enum(['tool', 'resource', 'off']).default('tool'),
  MERGED_TOOLS: count(64, 10_000),
  RATE_LIMIT_USER: rateLimit('600/60'),
  RATE_LIMIT_TOOL: rateLimit('300/60'),
  RATE_LIMIT_CONNECTOR: rateLimit('6000/60'),
  RATE_LIMIT_GLOBAL: rateLimit('60000/60'),
  CALL_SECONDS: count(300, 3600),
  CALL_SECONDS_BY_CLIENT: listOfTexts
    .refine((all) => all.every((one) => /^[^=\s]+(=[^=\s]+)*=[1-9]\d{0,3}$/.test(one)), {
      error: 'must be client ids with seconds such as my-client=900, separated by commas',
    })
    .transform((all) =>
      Object.fromEntries(
        all.map((one) => [one.slice(0, one.lastIndexOf('=')), Number(one.split('=').at(-1))]),
      ),
    ),
  UPSTREAM_CALLS: count(64, 100_000),
  CALL_RECORDS_MONTHS: count(13, 1_200),
  REVOKE_ON_DISCONNECT: flag,
  CUSTOM_CONNECTORS: z.enum(['nobody', 'entitled', 'everyone']).optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  SECOND_APPROVAL: z.enum(['high-risk', 'never']).optional(),
  SECURITY_CONTACTS: listOfTexts.refine(
    (all) => all.every((one) => URL.canParse(one) && /^(mailto|https|tel):/i.test(one)),
    { error: 'must be addresses such as mailto:security@example.com or https://…, separated by commas' },
  ),
  SECURITY_POLICY: z
    .string()
    .refine((text) => URL.canParse(text) && text.startsWith('https://'), 'must be an https address')
    .transform((text) => new URL(text))
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** @throws ConfigError with one sentence for each variable that is wrong. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  role: 'demo' | 'serve',
): Config {
  const parsed = environment.safeParse(withoutBlanks(env))
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'),
    )
  }
  const values = parsed.data
  const tls = readTls(values.TLS_CERT, values.TLS_KEY)
  const publicUrl =
    values.PUBLIC_URL ?? new URL(`${tls === undefined ? 'http' : 'https'}://127.0.0.1:${values.PORT}`)
  const mail = parseMailConfig(values.SMTP_URL, values.MAIL_FROM)
  if (typeof mail === 'string') throw new ConfigError(mail)
  const config: Config = {
    publicUrl,
    authUrl: values.AUTH_URL ?? publicUrl,
    gatewayUrl: values.GATEWAY_URL ?? publicUrl,
    host: values.HOST,
    port: values.PORT,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    trustedProxies: values.TRUSTED_PROXIES,
    monitorControls: values.MONITOR_CONTROLS,
    monitorCadence: values.MONITOR_CADENCE,
    egressAddresses: values.EGRESS_ADDRESSES,
    allowLoopback: values.ALLOW_LOOPBACK || role === 'demo',
    trustedCertificatesFile: values.TRUSTED_CERTIFICATES,
    tls,
    instanceName: values.INSTANCE_NAME,
    vaultKey: values.VAULT_KEY,
    vaultKeyCommand: values.VAULT_KEY_COMMAND,
    resultCap: values.RESULT_CAP,
    resultContinuation: values.RESULT_CONTINUATION,
    mergedTools: values.MERGED_TOOLS,
    rateLimits: {
      user: values.RATE_LIMIT_USER,
      tool: values.RATE_LIMIT_TOOL,
      connector: values.RATE_LIMIT_CONNECTOR,
      global: values.RATE_LIMIT_GLOBAL,
    },
    callSeconds: values.CALL_SECONDS,
    callSecondsByClient: values.CALL_SECONDS_BY_CLIENT,
    upstreamCalls: values.UPSTREAM_CALLS,
    callRecordMonths: values.CALL_RECORDS_MONTHS,
    revokeOnDisconnect: values.REVOKE_ON_DISCONNECT,
    customConnectors: values.CUSTOM_CONNECTORS ?? (role === 'demo' ? 'everyone' : 'entitled'),
    mail,
    secondApproval: values.SECOND_APPROVAL ?? (role === 'demo' ? 'never' : 'high-risk'),
    securityContacts: values.SECURITY_CONTACTS,
    securityPolicy: values.SECURITY_POLICY,
    logLevel: values.LOG_LEVEL,
    demo: role === 'demo',
  }
  refuseContradictions(config)
  refuseUnreadable('TLS_CERT', tls?.certFile)
  refuseUnreadable('TLS_KEY', tls?.keyFile)
  refuseUnreadable('TRUSTED_CERTIFICATES', config.trustedCertificatesFile)
  return config
}

function refuseUnreadable(name: string, file: string | undefined): void {
  if (file === undefined) return
  try {
    accessSync(file, constants.R_OK)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new ConfigError(`${name} names the file ${file}, which cannot be read (${reason}).`)
  }
}

/** An empty variable counts as not set, as in most env files. */
function withoutBlanks(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
}

function readTls(certFile: string | undefined, keyFile: string | undefined): Config['tls'] {
  if (certFile === undefined && keyFile === undefined) return undefined
  if (certFile === undefined || keyFile === undefined) {
    throw new ConfigError('TLS_CERT and TLS_KEY belong together; set both or neither.')
  }
  return { certFile, keyFile }
}

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]', '::1'])

function refuseContradictions(config: Config): void {
  for (const [name, url] of [
    ['PUBLIC_URL', config.publicUrl],
    ['AUTH_URL', config.authUrl],
    ['GATEWAY_URL', config.gatewayUrl],
  ] as const) {
    if (url.protocol === 'http:' && !loopbackHosts.has(url.hostname)) {
      throw new ConfigError(`${name} is ${url.href}, but plain http is only for loopback. Use https.`)
    }
  }
  // The consent page needs the session cookie of the pages, and a `__Host-` cookie knows one host only.
  if (config.authUrl.origin !== config.publicUrl.origin) {
    throw new ConfigError(
      `AUTH_URL is ${config.authUrl.origin}, but people sign in at ${config.publicUrl.origin}; ` +
        'this version needs both at one origin. Unset AUTH_URL. (GATEWAY_URL may be another origin.)',
    )
  }
  if (config.vaultKey !== undefined && config.vaultKeyCommand !== undefined) {
    throw new ConfigError(
      'VAULT_KEY and VAULT_KEY_COMMAND both say where the keys come from; set one of them.',
    )
  }
  if (config.demo && !loopbackHosts.has(config.host)) {
    throw new ConfigError('The demo listens on 127.0.0.1 only. Use `npm run serve` to serve other machines.')
  }
  if (config.allowLoopback && !config.demo && !loopbackHosts.has(config.publicUrl.hostname)) {
    throw new ConfigError(
      'ALLOW_LOOPBACK lets servers on this machine be listed; it cannot be used with a public PUBLIC_URL.',
    )
  }
}
