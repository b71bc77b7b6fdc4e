import { instead, places, type Fault } from '../fault.ts'
import { empty } from '../messages.ts'

export const fault: Fault = {
  id: 'new-token-is-refused',
  raises: 'AUTH-18',
  case: 'new-token-refused',
  level: 'must',
  scopes: ['login'],
  person: true,
  change: instead(places.mcp, (_call, right) =>
    right.status === 401 ? undefined : empty(401, { 'www-authenticate': 'Bearer error="invalid_token"' }),
  ),
}
