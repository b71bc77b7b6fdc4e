import type { CallStatus } from '../telemetry/index.ts'
import type { Call } from './call.ts'
import type { GatewayDependencies } from './gateway.ts'
import { isObject } from './message.ts'
import { Refusal } from './rpc-error.ts'

/** What somebody will ask about; a caller's own mistake explains itself. */
const askedAbout: ReadonlySet<CallStatus> = new Set([
  'needs-reconnect',
  'timeout',
  'too-large',
  'upstream-error',
])

/** The same refusal with a reference that the person can quote and an operator finds. */
export async function withReference(
  { connections }: Pick<GatewayDependencies, 'connections'>,
  { caller, endpoint }: Pick<Call, 'caller' | 'endpoint'>,
  refusal: Refusal,
): Promise<Refusal> {
  const { outcome, error } = refusal
  const { data } = error
  if (!askedAbout.has(outcome) || (isObject(data) && data['reference'] !== undefined)) return refusal
  const { person, organisation } = caller
  const key = { person, organisation, listing: endpoint.listing }
  const failed = { kind: `${outcome} ${error.code}`, detail: error.message }
  return quoting(refusal, await connections.noteFailure(key, failed))
}

/** The reference stands in the sentence too: many clients show nothing else. */
export function quoting(refusal: Refusal, reference: string | undefined): Refusal {
  if (reference === undefined) return refusal
  const { status, outcome, error } = refusal
  const { code, message, data } = error
  const more = isObject(data) ? data : {}
  return new Refusal(status, code, `${message} Reference: ${reference}`, { ...more, reference }, outcome)
}
