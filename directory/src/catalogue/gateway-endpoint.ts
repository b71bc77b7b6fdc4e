/**
 * Where MCP clients call a connector, and the audience of their tokens: pages, the registry, connections and the gateway
 * must mean the same address to the letter.
 */
export function gatewayEndpoint({ gatewayUrl }: { readonly gatewayUrl: URL }, slug: string): URL {
  return new URL(`/c/${encodeURIComponent(slug)}/mcp`, gatewayUrl)
}
