import { isWireError } from '@connectory/wire'
import type { NamedTool } from '../raw-tool.ts'
import type { ImpersonationFacts } from './call-facts.ts'
import { openCaller, type Called, type Caller, type CallerOptions } from './caller.ts'
import { couldNotLook, seen, type Looked } from './evidence.ts'
import type { Json } from './facts.ts'
import { comparable, difference } from './fingerprints.ts'
import type { Visit } from './visit.ts'

/** What proxies that sign people in send on, and what a server must not take from a stranger. */
const pretended: Readonly<Record<string, string>> = {
  'x-user': 'admin',
  'x-user-id': '1',
  'x-user-email': 'admin@example.com',
  'x-forwarded-user': 'admin',
  'x-forwarded-email': 'admin@example.com',
  'x-remote-user': 'admin',
  'remote-user': 'admin',
  'x-auth-request-user': 'admin',
  'x-authenticated-user': 'admin',
}
const otherClient = { name: 'connectory-admin-console', version: '99.0.0' } as const
const MOST_TOOLS = 3

/** A tool that only reads and gave a result, with the arguments that it gave it for. */
export interface Steady {
  readonly tool: NamedTool
  readonly arguments: Json
}

interface Asking {
  readonly visit: Visit
  readonly caller: Caller
  readonly options: CallerOptions
  readonly timeoutMs: number
}

/** Repeats one call as somebody else, between two calls as oneself: only what differs from both is a difference. */
export async function pretend(
  asking: Asking,
  steady: readonly Steady[],
): Promise<Looked<ImpersonationFacts>> {
  for (const each of steady.slice(0, MOST_TOOLS)) {
    const facts = await pretendWith(asking, each)
    if (facts) return seen(facts)
    if (asking.visit.signal.aborted) return couldNotLook('stopped')
  }
  return couldNotLook('no-steady-tool')
}

async function pretendWith(
  asking: Asking,
  { tool, arguments: input }: Steady,
): Promise<ImpersonationFacts | undefined> {
  const { caller, timeoutMs, visit, options } = asking
  const ask = (
    who: string,
    headers?: Readonly<Record<string, string>>,
    as: Caller = caller,
  ): Promise<Called> =>
    as.call(tool.name, input, {
      step: `tools/call ${tool.name} (${who})`,
      timeoutMs,
      ...(headers ? { headers } : {}),
    })
  const before = textOf(await ask('as ourselves'))
  if (before === undefined) return undefined
  const headers = await ask('with headers of another user', pretended)
  let client: Called
  try {
    const other = await openCaller(visit, { ...options, clientInfo: otherClient })
    client = await ask('as another client', undefined, other)
    await other.close()
  } catch (error) {
    if (!isWireError(error)) throw error
    client = { outcome: 'http-error', tookMs: 0, words: '' }
  }
  const after = textOf(await ask('as ourselves again'))
  if (after !== before) return undefined
  const changed = [headers, client]
    .map((called) => textOf(called))
    .find((text) => text !== undefined && text !== before)
  return {
    tool: tool.name,
    headers: compared(headers, before),
    clientName: compared(client, before),
    ...(changed === undefined ? {} : { excerpt: difference(before, changed) }),
  }
}

function textOf({ outcome, result }: Called): string | undefined {
  return outcome === 'result' && result !== undefined ? comparable(result) : undefined
}

/** A refusal gives nothing away: a server may well not want such headers. */
function compared(called: Called, own: string): 'same' | 'other' | 'refused' {
  const text = textOf(called)
  if (text === undefined) return 'refused'
  return text === own ? 'same' : 'other'
}
