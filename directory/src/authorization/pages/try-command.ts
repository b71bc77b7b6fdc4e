/** One command that lists the tools behind the endpoint. */
export function tryCommand(endpoint: string, token: string): string {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
  }
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: { _meta: meta } })
  return [
    `curl ${endpoint}`,
    `-H 'authorization: Bearer ${token}'`,
    `-H 'content-type: application/json'`,
    `-H 'accept: application/json, text/event-stream'`,
    `-H 'mcp-protocol-version: 2026-07-28'`,
    `-H 'mcp-method: tools/list'`,
    `-d '${body}'`,
  ].join(' \\\n  ')
}
