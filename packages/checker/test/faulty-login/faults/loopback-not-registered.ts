import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'loopback-not-registered',
  raises: 'AUTH-12',
  case: 'not-registered',
  level: 'should',
  scopes: ['login'],
  change: { settings: { registration: 'https' } },
}
