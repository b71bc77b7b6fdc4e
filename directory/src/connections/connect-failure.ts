import type { Failure, FailureCode } from './model.ts'
import type { TextParameters } from '../kernel/index.ts'

/** Ends a sign-in; `begin` and `callback` turn it into an outcome and a line of the trace. */
export class ConnectFailure extends Error {
  override readonly name = 'ConnectFailure'
  readonly failure: Failure

  constructor(code: FailureCode, parameters: TextParameters = {}, options: ErrorOptions = {}) {
    super(`The sign-in failed: ${code}`, options)
    this.failure = { code, parameters }
  }
}

/** A stranger's own word, shortened to what an OAuth error code may look like. @see RFC 6749 section 5.2 */
export function plainCode(code: unknown): string {
  return typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? code : 'unknown_error'
}
