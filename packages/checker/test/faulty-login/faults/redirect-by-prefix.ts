import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'redirect-by-prefix',
  raises: 'AUTH-30',
  case: 'not-refused',
  level: 'must',
  scopes: ['login'],
  outcome: 'needs-human',
  change: { settings: { redirects: 'prefix' } },
}
