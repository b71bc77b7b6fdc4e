import type { Tool } from '../../directory/src/catalogue/index.ts'

const [find, read, write] = (['find', 'read', 'write'] as const).map((name): Tool => ({
  name,
  title: null,
  description: `Does what ${name} says.`,
  annotations: { readOnlyHint: name !== 'write', destructiveHint: name === 'write' },
  inputSchema: { type: 'object', properties: {} },
})) as [Tool, Tool, Tool]

/** What every server shows, and what was approved of it. */
export const approvedTools: readonly Tool[] = [find, read, write]

/** How the tools can drift, each with the class that it must be given and the tool that it is about. */
export const drifts = {
  spaces: {
    is: 'cosmetic',
    tool: 'find',
    tools: [{ ...find, description: ' Does what  find says. ' }, read, write],
  },
  words: {
    is: 'minor',
    tool: 'find',
    tools: [{ ...find, description: 'Does what find says, and does it well.' }, read, write],
  },
  removed: { is: 'minor', tool: 'read', tools: [find, write] },
  newTool: { is: 'major', tool: 'erase', tools: [find, read, write, { ...write, name: 'erase' }] },
  writes: {
    is: 'major',
    tool: 'read',
    tools: [find, { ...read, annotations: { readOnlyHint: false, destructiveHint: false } }, write],
  },
  hides: {
    is: 'severe',
    tool: 'write',
    tools: [find, read, { ...write, annotations: { readOnlyHint: false, destructiveHint: false } }],
  },
} as const satisfies Readonly<Record<string, Drifting>>

interface Drifting {
  readonly is: 'cosmetic' | 'minor' | 'major' | 'severe'
  readonly tool: string
  readonly tools: readonly Tool[]
}
