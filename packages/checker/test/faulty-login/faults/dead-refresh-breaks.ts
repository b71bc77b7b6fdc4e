import { instead, places, type Fault } from '../fault.ts'
import { empty } from '../messages.ts'

export const fault: Fault = {
  id: 'dead-refresh-breaks',
  raises: 'AUTH-16',
  case: 'other-error',
  level: 'should',
  scopes: ['login'],
  person: true,
  change: instead(places.token, ({ body }, right) =>
    body.includes('grant_type=refresh_token') && right.body.includes('invalid_grant')
      ? empty(500)
      : undefined,
  ),
}
