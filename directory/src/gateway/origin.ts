/** Which web pages may call the gateway. Programs send no Origin and are not concerned. */
export interface OriginPolicy {
  /** Our own pages' origins, and what the operator added. */
  readonly allowed: readonly string[]
}

/**
 * Pages on the person's own machine (inspectors and the like) and ours. Everything else is refused: with a name that
 * resolves to this machine a stranger's page could reach a gateway that is not on the internet.
 * @see MCP 2026-07-28 basic/transports/streamable-http, security warning
 */
export function originAllowed(origin: string, { allowed }: OriginPolicy): boolean {
  if (allowed.includes(origin)) return true
  if (!URL.canParse(origin)) return false
  const { protocol, hostname } = new URL(origin)
  const loopback = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
  return loopback && (protocol === 'http:' || protocol === 'https:')
}

const exposed =
  'mcp-session-id, mcp-protocol-version, www-authenticate, ratelimit, ratelimit-policy, retry-after'
const accepted = [
  'authorization',
  'content-type',
  'accept',
  'mcp-protocol-version',
  'mcp-session-id',
  'mcp-method',
  'mcp-name',
  'last-event-id',
]

/** Headers that let an allowed page read the answer. No credentials: cookies mean nothing here. */
export function corsHeaders(origin: string): Record<string, string> {
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': exposed, vary: 'origin' }
}

/** The answer to a preflight. `Mcp-Param-*` headers differ from tool to tool, so what is asked for is echoed. */
export function preflight(origin: string, requested: string | null): Response {
  const params = (requested ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => /^mcp-param-[a-z0-9_.-]+$/.test(name))
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(origin),
      'access-control-allow-methods': 'POST, GET, DELETE',
      'access-control-allow-headers': [...accepted, ...params].join(', '),
      'access-control-max-age': '600',
    },
  })
}
