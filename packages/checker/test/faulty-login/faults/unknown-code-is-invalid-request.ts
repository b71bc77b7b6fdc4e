import { instead, places, type Fault } from '../fault.ts'
import { oauthError } from '../metadata.ts'

export const fault: Fault = {
  id: 'unknown-code-is-invalid-request',
  raises: 'AUTH-13',
  case: 'other-error',
  level: 'should',
  scopes: ['login'],
  change: instead(places.token, ({ body }, right) =>
    body.includes('unknown-code') && right.status === 400 ? oauthError('invalid_request') : undefined,
  ),
}
