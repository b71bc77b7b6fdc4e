import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'state-lost',
  raises: 'AUTH-31',
  case: 'state-missing',
  level: 'must',
  scopes: ['login'],
  change: { settings: { state: 'lost' } },
}
