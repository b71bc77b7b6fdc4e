import type { Report } from '@connectory/checker'
import type { Json, Tool } from './model.ts'

/**
 * The tools that the check saw, as the server sent them; of two with one name the last. `seen` is false when the check
 * could not see the list.
 */
export function toolsOf(report: Report): { readonly tools: readonly Tool[]; readonly seen: boolean } {
  const tools = (report.tools ?? []).flatMap(({ raw }) => toTool(raw))
  return {
    tools: [...new Map(tools.map((tool) => [tool.name, tool])).values()],
    seen: report.tools !== undefined,
  }
}

function toTool(raw: unknown): readonly Tool[] {
  if (!isObject(raw) || typeof raw['name'] !== 'string') return []
  const { name, title, description, annotations, inputSchema } = raw
  return [
    {
      name,
      title: typeof title === 'string' ? title : null,
      description: typeof description === 'string' ? description : null,
      // Parsed from JSON, so it is nothing else.
      annotations: (annotations ?? null) as Json,
      inputSchema: (inputSchema ?? null) as Json,
    },
  ]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
