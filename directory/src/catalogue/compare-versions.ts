import { fieldChanges, type FieldChange } from './field-changes.ts'
import type { RevisionFacts, Tool } from './model.ts'

/** What is compared: a version that was published, or a revision with the tools that its check saw. */
export type Compared = RevisionFacts & { readonly tools: readonly Tool[] }

export interface FactChange {
  readonly field: keyof RevisionFacts
  /** Null: it was not there. */
  readonly before: string | null
  readonly after: string | null
}

export interface VersionChanges {
  readonly fields: readonly FactChange[]
  readonly addedTools: readonly string[]
  readonly removedTools: readonly string[]
  /** Tools of the same name, with each value that differs; never more than `mostFields`. */
  readonly changedTools: readonly { readonly name: string; readonly fields: readonly FieldChange[] }[]
}

/** Nobody reads a longer list of changes of one tool. A text is shown whole: its change may be at its end. */
export const mostFields = 100
const limits = { fields: mostFields, text: 20_000 }

const facts: Readonly<Record<keyof RevisionFacts, true>> = {
  name: true,
  tagline: true,
  descriptionMarkdown: true,
  categories: true,
  documentationUrl: true,
  supportContact: true,
  privacyUrl: true,
  termsUrl: true,
  securityContact: true,
  publisherName: true,
  publisherUrl: true,
  serverUrl: true,
  authType: true,
  staticClient: true,
  addressFilter: true,
}
const factNames = Object.keys(facts) as (keyof RevisionFacts)[]

/** What the later one changes. */
export function compareVersions(before: Compared, after: Compared): VersionChanges {
  const old = new Map(before.tools.map((tool) => [tool.name, tool]))
  const now = new Map(after.tools.map((tool) => [tool.name, tool]))
  return {
    fields: factNames.flatMap((field) => {
      const [one, other] = [written(before[field]), written(after[field])]
      return one === other ? [] : [{ field, before: one, after: other }]
    }),
    addedTools: [...now.keys()].filter((name) => !old.has(name)),
    removedTools: [...old.keys()].filter((name) => !now.has(name)),
    changedTools: [...now.values()].flatMap((tool) => {
      const was = old.get(tool.name)
      const fields = was === undefined ? [] : fieldChanges(was, tool, limits)
      return fields.length === 0 ? [] : [{ name: tool.name, fields }]
    }),
  }
}

function written(value: RevisionFacts[keyof RevisionFacts] | undefined): string | null {
  if (value === null || value === undefined) return null
  return Array.isArray(value) ? value.join(', ') : String(value)
}
