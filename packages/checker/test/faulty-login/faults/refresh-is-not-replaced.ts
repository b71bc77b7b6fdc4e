import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'refresh-is-not-replaced',
  raises: 'AUTH-16',
  case: 'not-rotated',
  level: 'should',
  scopes: ['login'],
  person: true,
  change: { settings: { refresh: 'stays' } },
}
