import { isWireError, judgeAddress, type PostOutcome, type WireError } from '@connectory/wire'
import { couldNotLook, seen, type Looked } from './evidence.ts'
import type { AddressFacts, RedirectFacts, TlsFacts } from './facts.ts'
import { literalAddress } from './url.ts'
import { whyNot, type Visit } from './visit.ts'

export interface ConnectionParts {
  readonly addresses: Looked<AddressFacts>
  readonly tls: Looked<TlsFacts>
  readonly redirect: Looked<RedirectFacts>
}

const DAY_MS = 24 * 60 * 60 * 1000

/** What an answer says about the way to the server. */
export function connectionOf(visit: Visit, outcome: PostOutcome): ConnectionParts {
  const { url } = visit
  const { kind, range } = judgeAddress(outcome.address)
  const dialled = { address: outcome.address, kind: kind === 'public' ? 'public' : range }
  return {
    addresses: seen(literalAddress(url) ?? { host: url.host, addresses: [dialled] }),
    tls: seen(url.protocol === 'http:' ? { plain: true, trusted: false } : handshake(visit, outcome)),
    redirect: seen(redirectOf(url, outcome)),
  }
}

function handshake({ now }: Visit, { tls }: PostOutcome): TlsFacts {
  if (!tls) return { plain: false, trusted: true }
  const { protocol: version, validTo } = tls
  const left = validTo === undefined ? undefined : new Date(validTo).getTime() - now().getTime()
  return {
    plain: false,
    trusted: true,
    version,
    ...(left === undefined ? {} : { daysLeft: Math.floor(left / DAY_MS) }),
  }
}

function redirectOf(url: URL, { status, headers }: PostOutcome): RedirectFacts {
  const location = headers.get('location')
  if (status < 300 || status > 399 || location === null) return { status }
  const to = URL.canParse(location, url.href) ? new URL(location, url.href) : undefined
  return { status, location: to?.href ?? location, sameHost: to?.host === url.host }
}

/** What a failed first request says about the way to the server. */
export function brokenConnection(visit: Visit, error: unknown): ConnectionParts & { rest: Looked<never> } {
  if (!isWireError(error)) throw error
  const rest = restOf(visit, error)
  const literal = literalAddress(visit.url)
  return {
    rest,
    addresses: literal ? seen(literal) : addressesIn(visit, error, rest),
    tls: visit.url.protocol === 'http:' ? seen({ plain: true, trusted: false }) : tlsIn(error, rest),
    redirect: rest,
  }
}

function restOf(visit: Visit, error: WireError): Looked<never> {
  const { code } = error
  if (code === 'private-address' || code === 'mixed-addresses') {
    return couldNotLook('private-address', { host: visit.url.host })
  }
  if (code === 'insecure-scheme') return couldNotLook('plain-http')
  return code === 'credentials-in-url' ? couldNotLook('credential-in-url') : whyNot(visit, error)
}

function addressesIn(visit: Visit, error: WireError, rest: Looked<never>): Looked<AddressFacts> {
  const listed = error.facts['addresses']
  if (!Array.isArray(listed)) return rest
  const addresses = listed.flatMap((each: unknown) => {
    const { address, kind, range } = each as { address?: unknown; kind?: unknown; range?: unknown }
    return typeof address === 'string'
      ? [{ address, kind: kind === 'public' ? 'public' : String(range) }]
      : []
  })
  return seen({ host: visit.url.host, addresses })
}

/** A refused certificate is a fact about the server; a handshake that broke off is not. */
function tlsIn(error: WireError, rest: Looked<never>): Looked<TlsFacts> {
  if (error.code !== 'tls-failed') return rest
  const certificate = /CERT|UNABLE_TO_/.test(String(error.facts['reason']))
  if (!certificate) return couldNotLook('no-handshake', { problem: error.message })
  return seen({ plain: false, trusted: false, problem: error.message })
}
