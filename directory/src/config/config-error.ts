/** A mistake in the configuration, said in a sentence that names the variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
