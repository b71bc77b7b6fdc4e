/** The caller gave a file or a name that cannot be used. The message says what is wrong with it and what would do. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
}
