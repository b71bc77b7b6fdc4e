import type { JsonObject } from '../raw-tool.ts'
import { isObject } from '../raw-tool.ts'
import type { Json, RawTool } from '../evidence/facts.ts'
import { ruleById } from '../rules.ts'

/** What makes one tool keep TOOL-01 to TOOL-04. */
export interface ToolMend {
  readonly tool: string
  /** Place in the list, from 1. */
  readonly index: number
  readonly rules: readonly string[]
  /** The whole of `annotations` as it should be. Values that were missing are guesses from the name. */
  readonly annotations: JsonObject
  /** Hints that stand where no client looks, as keys from the tool: `readOnlyHint`, `_meta/readOnlyHint`. */
  readonly remove: readonly string[]
}

const mendable = ['TOOL-01', 'TOOL-02', 'TOOL-03', 'TOOL-04']

/** The patches of the annotation rules, tool by tool; also of those that a long report folds together. */
export function mendTools(list: readonly RawTool[], selected: (rule: string) => boolean): ToolMend[] {
  return list.flatMap((tool) => mendOne(tool, selected) ?? [])
}

function mendOne(tool: RawTool, selected: (rule: string) => boolean): ToolMend | undefined {
  const rules: string[] = []
  const remove = new Set<string>()
  let annotations: JsonObject = {}
  for (const id of mendable.filter(selected)) {
    for (const draft of ruleById(id)?.check({ tools: { list: [tool] } }) ?? []) {
      if (!('case' in draft) || !isObject(draft.patch)) continue
      const patched = draft.patch['annotations']
      if (!isObject(patched)) continue
      rules.push(id)
      // The patch of TOOL-04 holds what the others hold, and the title first.
      annotations = id === 'TOOL-04' ? patched : { ...annotations, ...patched }
      if (id === 'TOOL-02') for (const key of misplaced(tool.raw, draft.params?.['keys'])) remove.add(key)
    }
  }
  if (rules.length === 0 || !isObject(tool.raw)) return undefined
  const { name } = tool.raw
  const before = tool.raw['annotations']
  if (remove.size === 0 && JSON.stringify(before) === JSON.stringify(annotations)) return undefined
  return {
    tool: typeof name === 'string' && name !== '' ? name : `#${tool.index}`,
    index: tool.index,
    rules,
    annotations,
    remove: [...remove],
  }
}

function misplaced(raw: Json, keys: Json | undefined): string[] {
  if (!isObject(raw) || !Array.isArray(keys)) return []
  const meta = isObject(raw['_meta']) ? raw['_meta'] : {}
  return keys
    .filter((key) => typeof key === 'string')
    .flatMap((key) => [...(key in raw ? [key] : []), ...(key in meta ? [`_meta/${key}`] : [])])
}
