import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'one-client-for-all',
  raises: 'AUTH-29',
  case: 'same-client',
  level: 'must',
  scopes: ['login'],
  outcome: 'needs-human',
  change: { settings: { clientIds: 'one-for-all' } },
}
