import type { Fault } from '../fault.ts'

/** An open redirect: the error goes to an address that nobody registered. */
export const fault: Fault = {
  id: 'bad-redirect-bounces',
  raises: 'AUTH-30',
  case: 'redirected',
  level: 'must',
  scopes: ['login'],
  change: { settings: { badRedirect: 'bounce' } },
}
