import { z } from 'zod'
import { ConfigError } from './config-error.ts'
import { refuseUnreadable } from './readable.ts'
import { listOfTexts, type Read } from './values.ts'

/** Where this instance is reached. Nothing about addresses is ever taken from a request. */
export interface AddressConfig {
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
  /** `TRUSTED_PROXIES` (default none): addresses or CIDR ranges whose X-Forwarded-For counts, separated by commas. */
  readonly trustedProxies: readonly string[]
  /** `TLS_CERT` and `TLS_KEY`: PEM files; with both, the product speaks https itself. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined
}

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

export const addressVariables = {
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
  TRUSTED_PROXIES: listOfTexts,
  TLS_CERT: z.string().min(1).optional(),
  TLS_KEY: z.string().min(1).optional(),
}

/** @throws ConfigError */
export function readAddresses(values: Read<typeof addressVariables>): AddressConfig {
  const tls = readTls(values.TLS_CERT, values.TLS_KEY)
  const publicUrl =
    values.PUBLIC_URL ?? new URL(`${tls === undefined ? 'http' : 'https'}://127.0.0.1:${values.PORT}`)
  const addresses = {
    publicUrl,
    authUrl: values.AUTH_URL ?? publicUrl,
    gatewayUrl: values.GATEWAY_URL ?? publicUrl,
    host: values.HOST,
    port: values.PORT,
    trustedProxies: values.TRUSTED_PROXIES,
    tls,
  }
  refuseContradictions(addresses)
  return addresses
}

function readTls(certFile: string | undefined, keyFile: string | undefined): AddressConfig['tls'] {
  if (certFile === undefined && keyFile === undefined) return undefined
  if (certFile === undefined || keyFile === undefined) {
    throw new ConfigError('TLS_CERT and TLS_KEY belong together; set both or neither.')
  }
  refuseUnreadable('TLS_CERT', certFile)
  refuseUnreadable('TLS_KEY', keyFile)
  return { certFile, keyFile }
}

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]', '::1'])

export function isLoopback(host: string): boolean {
  return loopbackHosts.has(host)
}

function refuseContradictions({ publicUrl, authUrl, gatewayUrl }: AddressConfig): void {
  for (const [name, url] of [
    ['PUBLIC_URL', publicUrl],
    ['AUTH_URL', authUrl],
    ['GATEWAY_URL', gatewayUrl],
  ] as const) {
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
      throw new ConfigError(`${name} is ${url.href}, but plain http is only for loopback. Use https.`)
    }
  }
  // The consent page needs the session cookie of the pages, and a `__Host-` cookie knows one host only.
  if (authUrl.origin !== publicUrl.origin) {
    throw new ConfigError(
      `AUTH_URL is ${authUrl.origin}, but people sign in at ${publicUrl.origin}; ` +
        'this version needs both at one origin. Unset AUTH_URL. (GATEWAY_URL may be another origin.)',
    )
  }
}
