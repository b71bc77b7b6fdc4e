import { instead, places, type Fault } from '../fault.ts'
import { oauthError } from '../metadata.ts'

export const fault: Fault = {
  id: 'unknown-client-is-invalid-request',
  raises: 'AUTH-14',
  case: 'error',
  level: 'must',
  change: instead(places.token, (call, right) =>
    call.body.includes('unknown-client') ? oauthError('invalid_request') : right,
  ),
}
