import { createHash } from 'node:crypto'
import { canonical, type Json, type Tool } from '../catalogue/index.ts'

/** A tool of a relayed list, in the form in which versions keep theirs. */
export function toolIn(raw: unknown): Tool | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined
  const { name, title, description, annotations, inputSchema } = raw as Readonly<Record<string, Json>>
  if (typeof name !== 'string') return undefined
  return {
    name,
    title: typeof title === 'string' ? title : null,
    description: typeof description === 'string' ? description : null,
    annotations: annotations ?? null,
    inputSchema: inputSchema ?? null,
  }
}

/** Names one state of a tool, whatever the order of its keys. */
export function digestOf(tool: Tool): string {
  return createHash('sha256')
    .update(canonical({ ...tool }))
    .digest('hex')
}
