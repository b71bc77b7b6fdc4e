import { errorIn, isObject, isWireError, type PostOutcome } from '@connectory/wire'
import { couldNotLook, notRequested, seen, type Because, type Looked } from './evidence.ts'
import type { ProbeAnswer, ProbeFacts } from './protocol-facts.ts'
import { whyNot, type Visit } from './visit.ts'

export interface Probe {
  readonly name: string
  readonly era: 'modern' | 'legacy'
  readonly announced?: boolean
  /** The member of the result that is the list. */
  readonly list?: string
  /** True when an answer without a message is an answer too. */
  readonly silent?: boolean
  /** Undefined when the server gives no occasion to ask. */
  ask(): Promise<PostOutcome | undefined>
}

const MOST_EXCERPT = 300

/** How often a server may stay silent before it is not asked any more: each silence costs the whole time of a step. */
export interface Patience {
  silences: number
}

const MOST_SILENCES = 2

/** Asks one after the other. What stays without an answer makes the part partial, or not looked at. */
export async function runProbes(
  visit: Visit,
  probes: readonly Probe[],
  patience: Patience,
): Promise<Looked<ProbeFacts>> {
  const answers: ProbeAnswer[] = []
  let missing: Looked<never> = couldNotLook('no-occasion')
  let partial: Because | undefined
  for (const probe of probes) {
    const answer = await runProbe(visit, probe, patience)
    if (answer === undefined) continue
    if ('looked' in answer) {
      missing = answer
      if (!answer.looked) partial ??= answer.because
    } else answers.push(answer)
  }
  return answers.length === 0 ? missing : seen({ answers }, partial)
}

/** The answers of both eras as one part. */
export function together(parts: readonly Looked<ProbeFacts>[], none: Looked<never>): Looked<ProbeFacts> {
  const answers = parts.flatMap((part) => (part.looked ? part.value.answers : []))
  if (answers.length === 0) return parts.find((part) => !part.looked) ?? none
  const [partial] = parts.flatMap((part): Because[] => {
    if (!part.looked) return [part.because]
    return part.partial ? [part.partial] : []
  })
  return seen({ answers }, partial)
}

async function runProbe(
  visit: Visit,
  probe: Probe,
  patience: Patience,
): Promise<ProbeAnswer | Looked<never> | undefined> {
  if (patience.silences >= MOST_SILENCES) return couldNotLook('fell-silent')
  try {
    const outcome = await probe.ask()
    if (outcome?.problem?.code === 'timeout') patience.silences += 1
    return outcome && (silence(probe, outcome) ?? answerOf(probe, outcome))
  } catch (error) {
    if (isWireError(error) && /timeout/.test(error.code)) patience.silences += 1
    return whyNot(visit, error, 'step-failed')
  }
}

/** Why an outcome answers nothing. */
function silence(
  { name, silent = false }: Probe,
  { status, problem, answer }: PostOutcome,
): Looked<never> | undefined {
  if (status === 401 || status === 403) return notRequested('needs-login')
  if (status === 429) return couldNotLook('too-many-requests', { step: name })
  if (status === 503) return couldNotLook('step-failed', { problem: 'HTTP 503.' })
  if (problem && brokenOff.has(problem.code)) return couldNotLook('step-failed', { problem: problem.message })
  if (silent) return undefined
  const isMessage = answer && ('result' in answer.message || 'error' in answer.message)
  return status >= 200 && status < 300 && !isMessage ? couldNotLook('no-message') : undefined
}

/** The answer did not come whole; that says nothing about what it would have been. */
const brokenOff: ReadonlySet<string> = new Set([
  'timeout',
  'headers-timeout',
  'cancelled',
  'connection-lost',
  'body-too-large',
])

function answerOf({ name, era, announced, list }: Probe, outcome: PostOutcome): ProbeAnswer {
  const { status, answer } = outcome
  const message = answer?.message ?? {}
  const error = errorIn(message)
  const result = isObject(message['result']) ? message['result'] : {}
  const data = isObject(error?.data) ? error.data : {}
  const { protocolVersion } = result
  const asked = list === undefined ? undefined : result[list]
  const supported = Array.isArray(data['supported'])
    ? data['supported'].filter((each) => typeof each === 'string').slice(0, 20)
    : undefined
  return {
    probe: name,
    era,
    status,
    outcome: error ? 'error' : 'result' in message ? 'result' : 'none',
    ...(error ? { code: error.code } : {}),
    ...(typeof protocolVersion === 'string' ? { version: protocolVersion.slice(0, 40) } : {}),
    ...(supported ? { supported } : {}),
    ...(announced === undefined ? {} : { announced }),
    ...(list === undefined ? {} : { list: typeof asked === 'object' && asked !== null }),
    ...(Array.isArray(asked) ? { entries: asked.length } : {}),
    excerpt: (outcome.exchange?.response?.body ?? '').slice(0, MOST_EXCERPT),
  }
}
