import { instead, places, type Fault } from '../fault.ts'
import { json } from '../messages.ts'

export const fault: Fault = {
  id: 'unknown-code-is-taken',
  raises: 'AUTH-13',
  case: 'accepted',
  level: 'must',
  scopes: ['login'],
  change: instead(places.token, ({ body }, right) =>
    body.includes('unknown-code') && right.status === 400
      ? json(200, { access_token: 'for-everybody', token_type: 'Bearer' }, { 'cache-control': 'no-store' })
      : undefined,
  ),
}
