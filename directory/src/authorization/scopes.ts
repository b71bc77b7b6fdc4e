/** `mcp`: call the endpoint's tools. `offline_access`: keep the access without asking again. */
export const knownScopes = ['mcp', 'offline_access'] as const

/**
 * What a request for scopes means here: what we do not know is left out, and `mcp` is always in it, because there is
 * nothing else to ask for. A client that asks for nothing gets the default (RFC 6749 section 3.3).
 */
export function normalScope(asked: string | null): string {
  const words = new Set((asked ?? '').split(' '))
  return knownScopes.filter((scope) => scope === 'mcp' || words.has(scope)).join(' ')
}
