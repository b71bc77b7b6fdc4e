import type { ToolFacts } from './evidence/facts.ts'
import type { JsonObject } from './raw-tool.ts'

/** A complete list of these tools on one page, as the examples of rules need it. */
export function listed(...raw: readonly JsonObject[]): { readonly tools: ToolFacts } {
  return { tools: { list: raw.map((each, index) => ({ page: 1, index: index + 1, raw: each })) } }
}
