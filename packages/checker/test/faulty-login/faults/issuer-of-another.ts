import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'issuer-of-another',
  raises: 'AUTH-31',
  case: 'iss-wrong',
  level: 'must',
  scopes: ['login'],
  change: { settings: { iss: 'foreign' } },
}
