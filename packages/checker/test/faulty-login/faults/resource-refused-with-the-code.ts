import { instead, places, type Fault } from '../fault.ts'
import { oauthError } from '../metadata.ts'

export const fault: Fault = {
  id: 'resource-refused-with-the-code',
  raises: 'AUTH-17',
  case: 'resource-refused',
  level: 'must',
  scopes: ['login'],
  person: true,
  change: instead(places.token, ({ body }, right) =>
    right.status === 200 && body.includes('resource=') ? oauthError('invalid_target') : undefined,
  ),
}
