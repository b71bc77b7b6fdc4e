import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'state-changed',
  raises: 'AUTH-31',
  case: 'state-changed',
  level: 'must',
  scopes: ['login'],
  change: { settings: { state: 'changed' } },
}
