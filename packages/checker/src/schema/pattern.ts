import { createContext, runInContext } from 'node:vm'

const MOST_MS = 50

/**
 * Whether a stranger's pattern matches; undefined when it is no pattern, or takes too long to tell. A pattern can
 * be made to run for ever, so it runs where it can be stopped.
 */
export function matches(pattern: string, text: string): boolean | undefined {
  for (const flags of ['u', '']) {
    try {
      const context = createContext(
        { pattern, text, flags },
        { codeGeneration: { strings: false, wasm: false } },
      )
      const found: unknown = runInContext('new RegExp(pattern, flags).test(text)', context, {
        timeout: MOST_MS,
      })
      return found === true
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
        return undefined
    }
  }
  return undefined
}
