import { legacyHeaders } from '@connectory/wire'
import { together, type Heard } from './ask.ts'
import { couldNotLook, doesNotApply, seen, type Evidence, type Looked } from './evidence.ts'
import type { Ground } from './ground.ts'
import type { LongBodyFacts, OddAnswer } from './odd-facts.ts'
import { lightMessage, requestMessage, type Manner, type OddMessage } from './odd-message.ts'
import { endOddly, openOddly } from './odd-session.ts'

export type InSessionParts = Pick<
  Evidence['parts'],
  'sessions' | 'notification' | 'errors' | 'accepts' | 'longBody'
>

type LegacyManner = Extract<Manner, { era: 'legacy' }>

/** What is tried inside one conversation: of the era before 2026-07-28 where the server speaks that. */
export async function askInSession(ground: Ground): Promise<InSessionParts> {
  const { spoken } = ground
  if (!spoken.looked) return everything(spoken)
  if (spoken.value.legacy === undefined) {
    const notSpoken = doesNotApply('modern-only')
    return { ...(await tryMessages(ground, { era: 'modern' })), sessions: notSpoken, notification: notSpoken }
  }
  const opened = await openOddly(ground, 'initialize for odd requests')
  if (!opened.looked) return everything(opened)
  const { manner } = opened.value
  if (!manner) return everything(couldNotLook('step-failed', { problem: 'initialize did not work again.' }))
  const notification = await tryNotification(ground, manner)
  const parts = await tryMessages(ground, manner)
  return { ...parts, notification, sessions: await trySessions(ground, manner) }
}

function everything(why: Looked<never>): InSessionParts {
  return { sessions: why, notification: why, errors: why, accepts: why, longBody: why }
}

async function tryNotification({ ask }: Ground, manner: LegacyManner): Promise<Looked<OddAnswer>> {
  const { headers } = requestMessage(manner, 'notifications/initialized')
  const body = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })
  const heard = await ask({ step: 'notification', headers, body })
  if (!heard.looked) return heard
  return isLogin(heard.value) ? couldNotLook('behind-login') : seen(heard.value.odd)
}

async function tryMessages(
  ground: Ground,
  manner: Manner,
): Promise<Pick<InSessionParts, 'errors' | 'accepts' | 'longBody'>> {
  const errors = await tryErrors(ground, manner)
  const accepts = together({
    json: await askAccepting(ground, manner, 'application/json'),
    stream: await askAccepting(ground, manner, 'text/event-stream'),
  })
  return { errors, accepts, longBody: await tryLongBody(ground, manner) }
}

const noMethod = 'connectory/no-such-method'

async function tryErrors({ ask, spoken }: Ground, manner: Manner): Promise<InSessionParts['errors']> {
  const light = lightMessage(manner)
  const isLegacy = manner.era === 'legacy'
  const isModern = !isLegacy || (spoken.looked && spoken.value.modern)
  const legacy = requestMessage(manner, noMethod)
  const modern = requestMessage({ era: 'modern' }, noMethod)
  return together({
    ...(isLegacy ? { unknownMethod: open(await ask({ step: 'unknown method', ...legacy })) } : {}),
    ...(isModern
      ? { unknownModern: open(await ask({ step: 'unknown method, 2026-07-28', ...modern })) }
      : {}),
    brokenJson: open(
      await ask({ step: 'broken JSON', headers: light.headers, body: '{"jsonrpc":"2.0","id":1,' }),
    ),
    textType: open(
      await ask({ step: 'content-type text/plain', ...withHeader(light, 'content-type', 'text/plain') }),
    ),
  })
}

async function askAccepting({ ask }: Ground, manner: Manner, accept: string): Promise<Looked<Heard>> {
  return open(await ask({ step: `accept ${accept}`, ...withHeader(lightMessage(manner), 'accept', accept) }))
}

/** More than any message needs, and not enough to hurt. */
const longBytes = 5 * 1024 * 1024

async function tryLongBody({ ask }: Ground, manner: Manner): Promise<Looked<LongBodyFacts>> {
  const place = crypto.randomUUID()
  const { headers, body } = lightMessage(manner, { _meta: { 'connectory/padding': place } })
  const [before = '', after = ''] = body.split(place)
  // As bytes, so that the evidence does not keep them; pieced together, because JSON of megabytes takes its time.
  const bytes = Buffer.concat([Buffer.from(before), Buffer.alloc(longBytes, 'x'), Buffer.from(after)])
  const heard = open(await ask({ step: 'long body', headers, body: bytes, timeoutMs: 10_000 }))
  return heard.looked ? seen({ bytes: bytes.length, answer: heard.value.odd }) : heard
}

async function trySessions(ground: Ground, manner: LegacyManner): Promise<InSessionParts['sessions']> {
  const { ask } = ground
  const accept = 'text/event-stream'
  const listen = legacyHeaders(manner.version, manner.session)
  const get = open(await ask({ step: 'GET for a stream', method: 'GET', headers: { ...listen, accept } }))
  if (manner.session === undefined) {
    const alone = together({ get })
    return alone.looked ? seen({ sessions: false, ...alone.value }, alone.partial) : alone
  }
  const { version } = manner
  const ping = (session?: string): OddMessage =>
    lightMessage({ era: 'legacy', version, ...(session === undefined ? {} : { session }) })
  const missing = await ask({ step: 'no session id', ...ping() })
  const unknown = await ask({ step: 'unknown session id', ...ping(crypto.randomUUID()) })
  const deleted = await endOddly(ground, manner)
  const gone = deleted?.looked === true && deleted.value.odd.status < 300
  const ended = gone ? { ended: await ask({ step: 'session that was ended', ...ping(manner.session) }) } : {}
  const answers = together({ get, missing, unknown, ...ended })
  return answers.looked ? seen({ sessions: true, ...answers.value }, answers.partial) : answers
}

function withHeader({ headers, body }: OddMessage, name: string, value: string): OddMessage {
  return { headers: { ...headers, [name]: value }, body }
}

/** An answer that asks for a login says nothing about what was tried. */
function open(heard: Looked<Heard>): Looked<Heard> {
  return heard.looked && isLogin(heard.value) ? couldNotLook('behind-login') : heard
}

function isLogin({ odd }: Heard): boolean {
  return odd.status === 401 || odd.status === 403
}
