import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'loopback-name-port-fixed',
  raises: 'AUTH-12',
  case: 'name',
  level: 'should',
  scopes: ['login'],
  change: { settings: { loopbackPorts: 'only-of-the-address' } },
}
