/** The person who typed the command can mend this; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
