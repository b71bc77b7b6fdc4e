/**
 * A reason not to start that the operator can act on. The message says what is wrong, where, and what to
 * do; `main.ts` prints it without a stack trace.
 */
export class StartError extends Error {
  override readonly name = 'StartError'
}
