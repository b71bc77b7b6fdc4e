import { instead, places, type Fault } from '../fault.ts'
import { oauthError } from '../metadata.ts'

export const fault: Fault = {
  id: 'unknown-client-is-403',
  raises: 'AUTH-14',
  case: 'status',
  level: 'must',
  change: instead(places.token, (call, right) =>
    call.body.includes('unknown-client') ? oauthError('invalid_client', 403) : right,
  ),
}
