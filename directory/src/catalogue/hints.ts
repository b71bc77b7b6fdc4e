import type { HintCounts, Json, Tool } from './model.ts'

/** What a tool says of itself; only booleans count, what is absent stays absent. */
export interface ToolHints {
  readonly readOnlyHint?: boolean | undefined
  readonly destructiveHint?: boolean | undefined
  readonly openWorldHint?: boolean | undefined
}

export function hintsOf(annotations: Json): ToolHints {
  const known = isObject(annotations) ? annotations : {}
  return {
    readOnlyHint: boolean(known['readOnlyHint']),
    destructiveHint: boolean(known['destructiveHint']),
    openWorldHint: boolean(known['openWorldHint']),
  }
}

export function effectOf({ readOnlyHint, destructiveHint }: ToolHints): keyof HintCounts {
  if (readOnlyHint === true) return 'reads'
  if (destructiveHint === true) return 'destroys'
  return readOnlyHint === undefined && destructiveHint === undefined ? 'silent' : 'changes'
}

export function countHints(tools: readonly Pick<Tool, 'annotations'>[]): HintCounts {
  const counts = { reads: 0, changes: 0, destroys: 0, silent: 0 }
  for (const { annotations } of tools) counts[effectOf(hintsOf(annotations))] += 1
  return counts
}

/** The title that is shown: the tool's own, else the one in its annotations, else none. */
export function titleOf({ title, annotations }: Pick<Tool, 'title' | 'annotations'>): string | null {
  if (title !== null) return title
  const other = isObject(annotations) ? annotations['title'] : null
  return typeof other === 'string' ? other : null
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function boolean(value: Json | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}
