import type { Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'consent-is-skipped',
  raises: 'AUTH-20',
  case: 'code-at-once',
  level: 'must',
  scopes: ['login'],
  person: true,
  change: { settings: { consent: 'skipped' } },
}
