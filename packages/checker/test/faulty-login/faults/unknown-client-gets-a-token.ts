import { instead, places, type Fault } from '../fault.ts'
import { json } from '../messages.ts'

export const fault: Fault = {
  id: 'unknown-client-gets-a-token',
  raises: 'AUTH-14',
  case: 'error',
  level: 'must',
  change: instead(places.token, ({ body }) =>
    body.includes('unknown-client')
      ? json(200, { access_token: 'for-everybody', token_type: 'Bearer' }, { 'cache-control': 'no-store' })
      : undefined,
  ),
}
