import { readMoreTool } from '../read-more.ts'

/** Ours, offered when not every tool is shown: how a model finds one. */
export const searchTool = {
  name: 'connectory_search_tools',
  title: 'Search tools',
  description:
    'Finds tools among those of all connectors that this person has connected. Not all of them are in the list of tools. Answers with name, description and input schema of each; call one with connectory_call_tool.',
  inputSchema: {
    type: 'object',
    properties: {
      query: {
        type: 'string',
        description: 'A few words on what the tool should do. Empty: the first tools of each connector.',
      },
      connector: {
        type: 'string',
        description: 'Only tools of this connector: what stands before "__" in the names of its tools.',
      },
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: 25,
        description: 'Most tools to answer with; 8 without it.',
      },
    },
    required: ['query'],
    additionalProperties: false,
  },
  annotations: {
    title: 'Search tools',
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  },
} as const

/** Ours: calls a tool that stands in no list. What it does is what that tool does, so it promises nothing. */
export const callTool = {
  name: 'connectory_call_tool',
  title: 'Call a found tool',
  description:
    'Calls a tool that connectory_search_tools has found, with the arguments that its input schema asks for.',
  inputSchema: {
    type: 'object',
    properties: {
      name: { type: 'string', description: 'The name as it was found.' },
      arguments: { type: 'object', description: 'The arguments of that tool.' },
    },
    required: ['name'],
    additionalProperties: false,
  },
  annotations: {
    title: 'Call a found tool',
    readOnlyHint: false,
    destructiveHint: true,
    idempotentHint: false,
    openWorldHint: true,
  },
} as const

/** What stands in the list beside, or in place of, the tools of servers. */
export function ownTools(shown: 'all' | 'some', readsOn: boolean): readonly string[] {
  const tools = [...(shown === 'some' ? [searchTool, callTool] : []), ...(readsOn ? [readMoreTool] : [])]
  return tools.map((tool) => JSON.stringify(tool))
}
