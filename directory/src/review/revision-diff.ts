import type { RevisionFacts, Tool } from '../catalogue/index.ts'

export interface FieldChange {
  readonly field: keyof RevisionFacts
  readonly before: string
  readonly after: string
}

export interface RevisionDiff {
  readonly fields: readonly FieldChange[]
  readonly addedTools: readonly string[]
  readonly removedTools: readonly string[]
  /** Tools of the same name whose title, description, annotations or schema differ. */
  readonly changedTools: readonly { readonly name: string; readonly before: Tool; readonly after: Tool }[]
}

/** What was said and seen before: a version that is listed, or the revision that was decided on last. */
export type Earlier = RevisionFacts & { readonly tools: readonly Tool[] }

/** What a new revision changes. */
export function diffRevisions(
  before: Earlier,
  after: { readonly revision: RevisionFacts; readonly tools: readonly Tool[] },
): RevisionDiff {
  const old = new Map(before.tools.map((tool) => [tool.name, tool]))
  const now = new Map(after.tools.map((tool) => [tool.name, tool]))
  const fields = (Object.keys(after.revision) as (keyof RevisionFacts)[]).map((field) => ({
    field,
    before: written(before[field]),
    after: written(after.revision[field]),
  }))
  return {
    fields: fields.filter((change) => change.before !== change.after),
    addedTools: [...now.keys()].filter((name) => !old.has(name)),
    removedTools: [...old.keys()].filter((name) => !now.has(name)),
    changedTools: [...now.values()].flatMap((tool) => {
      const was = old.get(tool.name)
      return was === undefined || sorted(was) === sorted(tool)
        ? []
        : [{ name: tool.name, before: was, after: tool }]
    }),
  }
}

function written(value: RevisionFacts[keyof RevisionFacts]): string {
  if (value === null) return '–'
  return typeof value === 'object' ? value.join(', ') : String(value)
}

/** JSON with sorted keys, so that only a real difference is one. */
function sorted(tool: Tool): string {
  return JSON.stringify(tool, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
}
