import { createContext, Script, type Context } from 'node:vm'

const MOST_MS = 50
const script = new Script('new RegExp(pattern, flags).test(text)')
/** Made when the first pattern comes; to make one for each costs more than most patterns. */
let room: Context | undefined

/**
 * Whether a stranger's pattern matches; undefined when it is no pattern, or takes too long to tell. A pattern can
 * be made to run for ever, so it runs where it can be stopped.
 */
export function matches(pattern: string, text: string): boolean | undefined {
  room ??= createContext({}, { codeGeneration: { strings: false, wasm: false } })
  for (const flags of ['u', '']) {
    try {
      Object.assign(room, { pattern, text, flags })
      return script.runInContext(room, { timeout: MOST_MS }) === true
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
        return undefined
    } finally {
      Object.assign(room, { pattern: '', text: '' })
    }
  }
  return undefined
}
