import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'issuer-promised-and-missing',
  raises: 'AUTH-31',
  case: 'iss-missing',
  level: 'must',
  scopes: ['login'],
  change: { settings: { iss: 'missing' } },
}
