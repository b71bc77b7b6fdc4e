import type { CheckOptions } from '../check.ts'
import type { Evidence } from './evidence.ts'

export type CollectOptions = Omit<CheckOptions, 'url' | 'policy'> & { readonly url: URL }

/** Looks at a server once, in a fixed order, and writes down what was seen. */
export async function collectRemote(options: CollectOptions): Promise<Evidence> {
  throw new Error(`collecting is not written yet (${options.url.href})`)
}
