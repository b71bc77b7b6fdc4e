/**
 * Where MCP clients call a connector, and the audience of their tokens: pages, the registry, connections and the gateway
 * must mean the same address to the letter.
 */
export function gatewayEndpoint({ gatewayUrl }: { readonly gatewayUrl: URL }, slug: string): URL {
  return new URL(`/c/${encodeURIComponent(slug)}/mcp`, gatewayUrl)
}

/** Where MCP clients call everything that a person has connected. */
export function mergedEndpoint({ gatewayUrl }: { readonly gatewayUrl: URL }): URL {
  return new URL('/mcp', gatewayUrl)
}
