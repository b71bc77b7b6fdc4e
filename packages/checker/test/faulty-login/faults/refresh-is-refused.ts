import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'refresh-is-refused',
  raises: 'AUTH-16',
  case: 'refused',
  level: 'should',
  scopes: ['login'],
  person: true,
  change: { settings: { refresh: 'refused' } },
}
