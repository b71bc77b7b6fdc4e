import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'wildcard-redirect-registers',
  raises: 'AUTH-28',
  case: 'weak',
  level: 'must',
  scopes: ['login'],
  outcome: 'needs-human',
  change: { settings: { registration: 'wildcards-too' } },
}
