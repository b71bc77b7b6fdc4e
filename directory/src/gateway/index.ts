/**
 * The address that MCP clients call: `/c/{slug}/mcp`. Checks the caller's token, finds the caller's connection, and
 * passes the message to the connector's server with the server's own token: byte for byte where both speak the same
 * era of the protocol, translated where they do not. Knows nothing of pages.
 */
export { createGateway } from './create-gateway.ts'
export type { Caller, Gateway, GatewayDependencies, GatewayLimits } from './gateway.ts'
