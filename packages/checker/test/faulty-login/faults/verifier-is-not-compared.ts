import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'verifier-is-not-compared',
  raises: 'AUTH-36',
  case: 'not-compared',
  level: 'must',
  scopes: ['login'],
  person: true,
  change: { settings: { verifier: 'ignored' } },
}
