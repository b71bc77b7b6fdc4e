import { compareResource, isObject, isSameResource } from '@connectory/wire'
import { seen, type Looked } from './evidence.ts'
import type { Authorized } from './authorize.ts'
import type { AudienceFacts } from './sign-in-facts.ts'
import type { TokenLife } from './token-life.ts'
import { collectTools } from './tools.ts'
import type { Visit } from './visit.ts'

/** A server that does not exist, and whose tokens are good for nothing here. */
const foreignResource = 'https://another-server.example/mcp'

/**
 * For whom the token is, and what happens to one for another server. `asks` says that the server asks callers without
 * a token for one; otherwise it would serve anybody, and taking a foreign token would say nothing.
 */
export async function collectAudience(
  visit: Visit,
  { authorization, tokens }: Authorized,
  life: TokenLife,
  asks: boolean,
): Promise<Looked<AudienceFacts>> {
  const { resource } = authorization
  const audience = audienceOf(tokens.accessToken)
  const facts = { resource, ...(audience && { audience }) }
  const outcome = await life.askFor(foreignResource)
  if (outcome === undefined || outcome.state === 'invalid') return seen(facts)
  if (outcome.state === 'refused') {
    return seen({ ...facts, foreign: { resource: foreignResource, issued: false } })
  }
  const token = outcome.tokens.accessToken
  const named = audienceOf(token)
  const accepted = asks ? await isAccepted(visit, token) : undefined
  return seen({
    ...facts,
    foreign: {
      resource: foreignResource,
      issued: true,
      ...(named && { audience: named }),
      ...(accepted !== undefined && { accepted }),
    },
  })
}

async function isAccepted(visit: Visit, token: string): Promise<boolean | undefined> {
  const { challenge, tools } = await collectTools(visit, { era: 'auto', token })
  if (challenge) return false
  return tools.looked || tools.outcome === 'not-applicable' ? true : undefined
}

/** Whether one of the names in `aud` is the server. */
export function namesServer(audience: readonly string[], resource: string): boolean {
  return audience.some((one) => isSameResource(compareResource(one, resource)))
}

/** `aud` of a JWT, read without checking its signature: it is shown, not trusted. @see RFC 9068 section 2.2 */
function audienceOf(token: string): readonly string[] | undefined {
  const [, payload, signature] = token.split('.')
  if (payload === undefined || signature === undefined) return undefined
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    const aud = isObject(claims) ? claims['aud'] : undefined
    const list: unknown[] = Array.isArray(aud) ? aud : [aud]
    const named = list.filter((each) => typeof each === 'string').slice(0, 10)
    return named.length > 0 ? named.map((each) => each.slice(0, 300)) : undefined
  } catch {
    return undefined
  }
}
