/** The entry that MCP clients take in their configuration file. */
export function clientSnippet(slug: string, endpoint: URL): string {
  return JSON.stringify({ mcpServers: { [slug]: { type: 'http', url: endpoint.href } } }, null, 2)
}

/** The same for a client with a command line. */
export function commandSnippet(slug: string, endpoint: URL): string {
  return `claude mcp add --transport http ${slug} ${endpoint.href}`
}
