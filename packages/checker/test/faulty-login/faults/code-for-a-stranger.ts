import type { Fault } from '../fault.ts'

/** Who has consented before is sent on at once, with a code, to any path of the host. */
export const fault: Fault = {
  id: 'code-for-a-stranger',
  raises: 'AUTH-30',
  case: 'redirected',
  level: 'must',
  scopes: ['login'],
  change: { settings: { redirects: 'same-host', consent: 'skipped' } },
}
