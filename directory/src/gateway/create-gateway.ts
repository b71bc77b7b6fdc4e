import type { Gateway, GatewayDependencies } from './gateway.ts'

export function createGateway(_deps: GatewayDependencies): Gateway {
  throw new Error('Not built yet.')
}
