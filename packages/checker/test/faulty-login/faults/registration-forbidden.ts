import { instead, places, type Fault } from '../fault.ts'
import { json } from '../messages.ts'

export const fault: Fault = {
  id: 'registration-forbidden',
  raises: 'AUTH-09',
  case: 'refused',
  level: 'must',
  scopes: ['login'],
  change: instead(places.register, json(403, { error: 'access_denied' })),
}
