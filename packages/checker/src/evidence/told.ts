import { reasonSentence } from '../text/reasons.ts'
import type { CallParts } from './collect-calls.ts'
import type { First } from './connect.ts'
import type { Conversation } from './converse.ts'
import type { DocumentParts } from './documents.ts'
import type { Looked } from './evidence.ts'
import type { Inspection } from './inspect.ts'
import type { LoginParts } from './login.ts'
import type { ProtocolParts } from './protocol.ts'
import type { SignedIn, SignInParts } from './sign-in.ts'
import type { OddParts } from './odd-requests.ts'

/** What a step tells whoever watches: English, one line. `worked` is false when it could not look. */
export interface Told {
  readonly worked: boolean
  readonly summary: string
}

export function toldConnection({ rest, connection }: First): Told {
  if (rest) return toldOf(rest, () => '')
  return toldOf(connection.addresses, ({ host }) => `${host} answers`)
}

export function toldOpening({ openings }: Conversation): Told {
  return toldOf(openings, ({ discover, initialize }) => {
    const eras = [
      ...(discover?.outcome === 'result' ? ['2026-07-28'] : []),
      ...(initialize?.outcome === 'result' ? initialize.protocolVersions : []),
    ]
    if (eras.length > 0) return `Speaks ${eras.join(' and ')}`
    const asks = [discover, initialize].some((opening) => opening?.outcome === 'protected')
    return asks ? 'Asks for a credential' : 'Does not speak Streamable HTTP'
  })
}

export function toldTools({ listing }: Inspection): Told {
  return toldOf(listing, ({ count, pages }) => `${count} tools on ${pages} ${pages === 1 ? 'page' : 'pages'}`)
}

export function toldSignIn({ token, failed }: SignedIn): Told {
  if (failed) return toldOf(failed, () => '')
  return { worked: true, summary: token === undefined ? 'Going on without a login' : 'Logged in' }
}

export function toldLeaving({ refresh }: SignInParts): Told {
  return toldOf(refresh, () => 'Logged out again')
}

export function toldProtocol({ announced }: ProtocolParts): Told {
  return toldOf(announced, ({ answers }) => `${answers.filter(({ list }) => list).length} lists answer`)
}

export function toldLogin({ issuer }: LoginParts): Told {
  return toldOf(issuer, ({ found, url }) => (found ? `OAuth metadata at ${url}` : 'No OAuth metadata'))
}

export function toldOddRequests(parts: OddParts): Told {
  const all = Object.values(parts)
  const told = all.map((part) => toldOf<unknown>(part, () => 'Tried odd requests'))
  return told.find(({ worked }) => worked) ?? told[0] ?? { worked: true, summary: 'Tried odd requests' }
}

export function toldDocuments({ privacyPolicy }: DocumentParts): Told {
  return toldOf(privacyPolicy, () => 'Read what the publisher names')
}

export function toldCalls({ calls }: Pick<CallParts, 'calls'>): Told {
  return toldOf(calls, ({ tools, left }) => {
    const made = tools.reduce((sum, { cases }) => sum + cases.length, 0)
    return `${made} calls of ${tools.length} tools; ${left.length} tools not called`
  })
}

function toldOf<Value>(part: Looked<Value>, say: (value: Value) => string): Told {
  if (part.looked) return { worked: true, summary: say(part.value) }
  const worked = part.outcome === 'not-applicable' || part.reason === 'not-requested'
  return { worked, summary: reasonSentence(part.because.code, part.because.params ?? {}, 'en') }
}
