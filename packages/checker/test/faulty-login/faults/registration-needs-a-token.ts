import { instead, places, type Fault } from '../fault.ts'
import { json } from '../messages.ts'

export const fault: Fault = {
  id: 'registration-needs-a-token',
  raises: 'AUTH-09',
  case: 'refused',
  level: 'must',
  scopes: ['login'],
  change: instead(places.register, json(401, { error: 'invalid_token' })),
}
