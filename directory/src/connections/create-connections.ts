import type { Connections, ConnectionsDependencies } from './connections.ts'

export function createConnections(_deps: ConnectionsDependencies): Connections {
  throw new Error('Not built yet.')
}
