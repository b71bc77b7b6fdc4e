import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'loopback-address-port-fixed',
  raises: 'AUTH-12',
  case: 'address',
  level: 'should',
  scopes: ['login'],
  change: { settings: { loopbackPorts: 'only-of-the-name' } },
}
