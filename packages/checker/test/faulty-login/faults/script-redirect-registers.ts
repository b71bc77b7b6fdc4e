import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'script-redirect-registers',
  raises: 'AUTH-28',
  case: 'script',
  level: 'must',
  scopes: ['login'],
  change: { settings: { registration: 'scripts-too' } },
}
