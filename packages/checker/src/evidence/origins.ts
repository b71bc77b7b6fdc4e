import type { Heard } from './ask.ts'
import { seen, type Evidence, type Looked } from './evidence.ts'
import type { Ground } from './ground.ts'
import type { CorsFacts, CrossAnswer, OriginFacts } from './odd-facts.ts'
import { initializeMessage, lightMessage, type OddMessage } from './odd-message.ts'
import { endOddly, openOddly } from './odd-session.ts'

export type OriginParts = Pick<Evidence['parts'], 'origins' | 'cors'>

/** A page that nobody trusts. The name is reserved, so it is nobody's. @see RFC 2606 */
const foreignOrigin = 'https://attacker.example'

/** What a browser and a foreign web page would be told. */
export async function tryOrigins(ground: Ground): Promise<OriginParts> {
  const { reach, spoken, origin } = ground
  if (!reach.looked) return { origins: reach, cors: reach }
  const own = await openFrom(ground, origin)
  const cors = await tryPreflight(ground, own)
  if (!spoken.looked) return { origins: spoken, cors }
  const foreign = await openFrom(ground, foreignOrigin)
  const missing = [own, foreign].find((heard) => !heard.looked)
  if (missing && !missing.looked && !own.looked && !foreign.looked) return { origins: missing, cors }
  const value: OriginFacts = {
    own: { origin, ...(own.looked ? { answer: crossOf(own.value) } : {}) },
    foreign: { origin: foreignOrigin, ...(foreign.looked ? { answer: crossOf(foreign.value) } : {}) },
  }
  return { origins: seen(value, missing && !missing.looked ? missing.because : undefined), cors }
}

/** The opening of the era that the server speaks, said to come from a web page. */
async function openFrom(ground: Ground, origin: string): Promise<Looked<Heard>> {
  const { ask, spoken } = ground
  const step = `opening from ${origin}`
  if (spoken.looked && spoken.value.legacy === undefined) {
    return ask({ step, ...from(lightMessage({ era: 'modern' }), origin) })
  }
  const opened = await openOddly(ground, step, from(initializeMessage(), origin))
  if (opened.looked) await endOddly(ground, opened.value.manner)
  return opened
}

function from({ headers, body }: OddMessage, origin: string): OddMessage {
  return { headers: { ...headers, origin }, body }
}

function crossOf({ odd, headers }: Heard): CrossAnswer {
  const allowOrigin = headers.get('access-control-allow-origin')
  return {
    ...odd,
    ...(allowOrigin === null ? {} : { allowOrigin }),
    allowCredentials: headers.get('access-control-allow-credentials') === 'true',
  }
}

async function tryPreflight(
  { ask, origin, reach, spoken }: Ground,
  opened: Looked<Heard>,
): Promise<Looked<CorsFacts>> {
  const isProtected = reach.looked && reach.value.protected
  const session = opened.looked && opened.value.headers.has('mcp-session-id')
  const modern = spoken.looked && spoken.value.modern
  const wantedHeaders = [
    ...(isProtected ? ['authorization'] : []),
    'content-type',
    'mcp-protocol-version',
    ...(session ? ['mcp-session-id'] : []),
    ...(modern ? ['mcp-method', 'mcp-name'] : []),
  ]
  const preflight = await ask({
    step: 'CORS preflight',
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': wantedHeaders.join(', '),
    },
  })
  if (!preflight.looked) return preflight
  const { headers, odd } = preflight.value
  const allowOrigin = headers.get('access-control-allow-origin')
  const exposed = opened.looked ? { exposed: names(opened.value, 'access-control-expose-headers') } : {}
  const login = opened.looked && opened.value.headers.has('www-authenticate')
  return seen(
    {
      origin,
      preflight: odd,
      ...(allowOrigin === null ? {} : { allowOrigin }),
      allowHeaders: names(preflight.value, 'access-control-allow-headers'),
      wantedHeaders,
      ...exposed,
      wantedExposed: [...(login ? ['www-authenticate'] : []), ...(session ? ['mcp-session-id'] : [])],
    },
    opened.looked ? undefined : opened.because,
  )
}

/** The header names that a header lists, in lower case. */
function names({ headers }: Heard, header: string): string[] {
  const listed = (headers.get(header) ?? '').split(',').slice(0, 100)
  return listed.map((name) => name.trim().toLowerCase()).filter((name) => name !== '')
}
