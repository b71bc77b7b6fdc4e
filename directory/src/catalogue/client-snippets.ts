/** Programs that people use connectors from, in the order of the page. */
export const clients = ['command', 'dialog', 'editor', 'cursor', 'bridge', 'json'] as const
export type ClientId = (typeof clients)[number]

export interface Snippet {
  readonly client: ClientId
  /** What is pasted; each by itself. */
  readonly codes: readonly Code[]
}

export interface Code {
  /** A line to run, one to start with, an address, or a part of a file. */
  readonly kind: 'run' | 'start' | 'address' | 'file'
  readonly code: string
}

/** A call may last so long at the gateway; clients that give up sooner can be told so. */
const callMs = 300_000

/**
 * What to paste into common clients so that they use the server at this address.
 * @param name what the client calls it: letters, digits and dashes, as in a slug
 */
export function clientSnippets(name: string, endpoint: URL): readonly Snippet[] {
  const url = endpoint.href
  const named = { [name]: { type: 'http', url } }
  const bridge = { command: 'npx', args: bridgeArguments(endpoint) }
  return [
    {
      client: 'command',
      codes: [
        { kind: 'run', code: `claude mcp add --transport http ${name} ${url}` },
        { kind: 'start', code: `MCP_TOOL_TIMEOUT=${callMs} claude` },
      ],
    },
    { client: 'dialog', codes: [{ kind: 'address', code: url }] },
    {
      client: 'editor',
      codes: [
        { kind: 'run', code: `code --add-mcp '${JSON.stringify({ name, type: 'http', url })}'` },
        file({ servers: named }),
      ],
    },
    { client: 'cursor', codes: [file({ mcpServers: { [name]: { url } } })] },
    { client: 'bridge', codes: [file({ mcpServers: { [name]: bridge } })] },
    { client: 'json', codes: [file({ mcpServers: named })] },
  ]
}

/** The bridge takes plain http only when it is told to. */
function bridgeArguments({ href, protocol }: URL): readonly string[] {
  return ['-y', 'mcp-remote', href, ...(protocol === 'http:' ? ['--allow-http'] : [])]
}

function file(value: object): Code {
  return { kind: 'file', code: JSON.stringify(value, null, 2) }
}
