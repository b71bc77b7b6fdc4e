import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'replaced-refresh-works',
  raises: 'AUTH-16',
  case: 'old-works',
  level: 'should',
  scopes: ['login'],
  person: true,
  change: { settings: { refresh: 'never-dies' } },
}
