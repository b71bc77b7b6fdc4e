import { instead, places, type Fault } from '../fault.ts'
import { empty } from '../messages.ts'

export const fault: Fault = {
  id: 'list-asks-again',
  raises: 'AUTH-18',
  case: 'asked-again',
  level: 'must',
  scopes: ['login'],
  person: true,
  change: instead(places.mcp, ({ body }, right) =>
    right.status !== 401 && body.includes('"tools/list"')
      ? empty(401, { 'www-authenticate': 'Bearer error="invalid_token"' })
      : undefined,
  ),
}
