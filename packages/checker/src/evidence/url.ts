import { judgeAddress } from '@connectory/wire'
import { isLoopbackHost } from './document.ts'
import type { AddressFacts, UrlFacts } from './facts.ts'

/** Query keys that usually carry a credential. */
const secretKeys: ReadonlySet<string> = new Set(
  [
    'token',
    'apikey',
    'api_key',
    'api-key',
    'key',
    'access_token',
    'usertoken',
    'user_token',
    'secret',
    'sig',
  ].concat(['signature', 'password', 'auth']),
)

const mask = '***'

/** The address taken apart; `href` shows no credential. */
export function urlFacts(url: URL): UrlFacts {
  return {
    href: withoutCredentials(url),
    protocol: url.protocol,
    hostname: url.hostname,
    userinfo: url.username !== '' || url.password !== '',
    secretKeys: [...new Set(secretKeysOf(url))],
  }
}

/** What can be said about the addresses of a host without asking anybody: only when it is an address itself. */
export function literalAddress({ hostname, host }: URL): AddressFacts | undefined {
  if (isLoopbackHost(hostname)) return { host, addresses: [{ address: hostname, kind: 'loopback' }] }
  const address = hostname.replace(/^\[(.*)\]$/, '$1')
  const { kind, range } = judgeAddress(address)
  if (range === 'not-an-address') return undefined
  return { host, addresses: [{ address, kind: kind === 'public' ? 'public' : range }] }
}

function secretKeysOf(url: URL): string[] {
  return [...url.searchParams.keys()].filter((key) => secretKeys.has(key.toLowerCase()))
}

function withoutCredentials(url: URL): string {
  const clean = new URL(url)
  if (clean.username !== '' || clean.password !== '') {
    clean.username = mask
    clean.password = ''
  }
  for (const key of secretKeysOf(url)) clean.searchParams.set(key, mask)
  return clean.href
}
