import { createHash } from 'node:crypto'
import type { Call } from './call.ts'

/** Calls of older callers that wait for a newer server: what is cancelled by name there is closed here. Per replica. */
export interface RunningCalls {
  during<Result>(call: Call, work: () => Promise<Result>): Promise<Result>
  /** Ends the call that this `notifications/cancelled` names; none is fine, it may be over. */
  cancel(call: Cancelling): void
}

type Cancelling = Pick<Call, 'message' | 'headers' | 'caller' | 'session'> & Partial<Pick<Call, 'connection'>>

export function createRunningCalls(): RunningCalls {
  const running = new Map<string, Call>()
  return {
    async during(call, work) {
      if (call.message.kind !== 'request') return await work()
      const key = keyOf(call, call.message.id)
      running.set(key, call)
      try {
        return await work()
      } finally {
        if (running.get(key) === call) running.delete(key)
      }
    },
    cancel(call) {
      if (call.message.kind !== 'notification' || call.message.method !== 'notifications/cancelled') return
      running.get(keyOf(call, call.message.params['requestId']))?.deadline.cancel()
    },
  }
}

/** Clients of one person count their requests alike, and so do the sessions of one client. */
function keyOf({ connection, headers, caller, session }: Cancelling, id: unknown): string {
  const token = createHash('sha256')
    .update(headers.get('authorization') ?? '')
    .digest('base64url')
  // At the endpoint for everything a caller counts over all of its connections.
  const where = session === 'caller' ? connection?.id : `${caller.person} ${caller.organisation}`
  return JSON.stringify([where, token, headers.get('mcp-session-id'), id])
}
