/** What is refused before there is a message: who asks, how, and with what. Each gate looks at one thing. */
import type { IncomingMessage } from 'node:http'
import type { Json } from './content.ts'
import type { Plan } from './plan.ts'
import { isObject, plainReply, refusal, type Reply } from './reply.ts'

/** A request as it came; `body` is undefined when it is longer than the server reads, `message` when it is no JSON. */
export interface Incoming {
  readonly request: IncomingMessage
  readonly body: string | undefined
  readonly message: Json | undefined
}

export type Gate = (incoming: Incoming, plan: Plan) => Reply | undefined

export const gates: readonly (readonly [name: string, Gate])[] = [
  ['host', refuseOtherHost],
  ['origin', refuseOtherOrigin],
  ['policy', showPolicy],
  ['path', refuseOtherPath],
  ['preflight', answerPreflight],
  ['delete', endSession],
  ['get', refuseGet],
  ['body-size', refuseLongBody],
  ['content-type', refuseOtherContentType],
  ['accept', refuseOtherAccept],
  ['json', refuseBrokenJson],
  ['batch', refuseBatch],
]

function refuseOtherHost({ request: { headers } }: Incoming): Reply | undefined {
  if (/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(headers.host ?? '')) return undefined
  return plainReply(403, 'This host is not served here.')
}

/** Pages of the directory may ask. */
const directoryOrigin = 'https://claude.ai'

function refuseOtherOrigin({ request: { headers } }: Incoming): Reply | undefined {
  const { origin, host } = headers
  if (origin === undefined || origin === `http://${host}` || origin === `https://${host}`) return undefined
  if (origin === directoryOrigin) return undefined
  return refusal(403, null, -32000, 'This origin may not ask.')
}

/** A page that may ask may read too what a client needs of the headers. */
export function releaseToPage(reply: Reply, { headers }: IncomingMessage): void {
  if (headers.origin !== directoryOrigin) return
  reply.headers['access-control-allow-origin'] = directoryOrigin
  reply.headers['access-control-expose-headers'] = 'mcp-session-id'
}

/** Long enough to be one: what a listing of this server names as its privacy policy. */
const policyText = 'The town library keeps no record of what you ask. '.repeat(30)

function showPolicy({ request: { method, url } }: Incoming): Reply | undefined {
  return method === 'GET' && url === '/privacy' ? plainReply(200, policyText) : undefined
}

function refuseOtherPath({ request: { url = '' } }: Incoming): Reply | undefined {
  return url.split('?')[0] === '/mcp'
    ? undefined
    : plainReply(404, 'There is nothing here; the endpoint is /mcp.')
}

function answerPreflight({ request: { method, headers } }: Incoming): Reply | undefined {
  if (method !== 'OPTIONS') return undefined
  const { origin } = headers
  const allow = {
    'access-control-allow-origin': origin ?? '',
    'access-control-allow-methods': 'POST, DELETE',
    'access-control-allow-headers':
      'content-type, mcp-protocol-version, mcp-session-id, mcp-method, mcp-name',
    vary: 'Origin',
  }
  return { status: 204, headers: origin === undefined ? {} : allow, body: '' }
}

function endSession({ request: { method, headers } }: Incoming, { eras, sessions }: Plan): Reply | undefined {
  if (method !== 'DELETE' || eras === 'modern') return undefined
  const session = headers['mcp-session-id']
  if (session === undefined) return refusal(400, null, -32000, 'The header Mcp-Session-Id is missing.')
  if (!sessions.delete(String(session))) return refusal(404, null, -32001, 'This session is not known.')
  return { status: 204, headers: {}, body: '' }
}

function refuseGet({ request: { method } }: Incoming, { eras }: Plan): Reply | undefined {
  if (method === 'POST') return undefined
  const reply = plainReply(405, 'Send messages by POST.')
  reply.headers['allow'] = eras === 'modern' ? 'POST' : 'POST, DELETE'
  return reply
}

function refuseLongBody({ body }: Incoming, { mostBytes }: Plan): Reply | undefined {
  return body === undefined
    ? refusal(413, null, -32600, `A message has at most ${mostBytes} bytes.`)
    : undefined
}

function refuseOtherContentType({ request: { headers } }: Incoming): Reply | undefined {
  if (/^application\/json\b/i.test(headers['content-type'] ?? '')) return undefined
  return refusal(415, null, -32600, 'Send the content-type application/json.')
}

function refuseOtherAccept({ request: { headers } }: Incoming): Reply | undefined {
  if (/application\/(json|\*)|text\/event-stream|\*\/\*/.test(headers.accept ?? '*/*')) return undefined
  return refusal(406, null, -32600, 'Accept application/json or text/event-stream.')
}

function refuseBrokenJson({ message }: Incoming): Reply | undefined {
  return message === undefined ? refusal(400, null, -32700, 'The body is not JSON.') : undefined
}

function refuseBatch({ message }: Incoming): Reply | undefined {
  return isObject(message)
    ? undefined
    : refusal(400, null, -32600, 'Send one message at a time, as a JSON object.')
}
