import type { SafeResponse } from '@connectory/wire'
import { codes } from './rpc-error.ts'
import { isObject } from './message.ts'
import { messageText } from './message-text.ts'

/** Whether a server no longer knows the session; when it does, the response that can still be read. */
export type SessionVerdict =
  | { readonly lost: true }
  | { readonly lost: false; readonly response: SafeResponse }

/**
 * A lost session is a 404 (MCP 2025-11-25 basic/transports); a widespread server answers 400 and says "session" in
 * its error instead. A 404 for an unknown method is something else.
 */
export async function judgeSession(response: SafeResponse): Promise<SessionVerdict> {
  if (!mayBeLost(response)) return { lost: false, response }
  const text = await messageText(response)
  const error = errorOf(text)
  if (response.status === 404 && error?.code !== codes.methodNotFound) return { lost: true }
  if (response.status === 400 && mentionsSession(error)) return { lost: true }
  return { lost: false, response }
}

/** Every other status says that the session is known. */
export function mayBeLost({ status }: Pick<SafeResponse, 'status'>): boolean {
  return status === 404 || status === 400
}

/** For a JSON-RPC error that came with status 400. */
export function mentionsSession(error: { readonly message: string } | undefined): boolean {
  return error !== undefined && /\bsession\b/i.test(error.message)
}

function errorOf(text: string): { readonly code: number; readonly message: string } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const error = isObject(value) ? value['error'] : undefined
    if (!isObject(error)) return undefined
    const { code, message } = error
    return { code: Number(code), message: typeof message === 'string' ? message : '' }
  } catch {
    return undefined
  }
}
