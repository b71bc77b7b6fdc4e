/**
 * Who is connected to which connector, and how: discovery of a server's login, our client there, the sign-in with
 * PKCE, the tokens (sealed), their refresh, and disconnecting. Pages for the person; `find` and `access` for the
 * gateway. Tokens leave this module only through `access`.
 */
export { sealedColumns as sealedInConnections } from './tables.ts'
export { levelsPath } from './addresses.ts'
export { isBlocked } from './tool-levels.ts'
export { nameFault, valueFault } from './header-rules.ts'
export { isForServer } from './for-server.ts'
export { createConnections } from './create-connections.ts'
export type { Connections, ConnectionsDependencies } from './connections.ts'
export type {
  Access,
  Connection,
  ConnectionKey,
  ConnectionState,
  ConnectOutcome,
  Failure,
  FailureCode,
  Reference,
  Remedy,
  ServerRefusal,
  StaticClient,
  Step,
  Trace,
} from './model.ts'
export { connectionsResource } from './api.ts'
