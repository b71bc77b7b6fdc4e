import { instead, places, type Fault } from '../fault.ts'
import { json } from '../messages.ts'

export const fault: Fault = {
  id: 'registration-breaks',
  raises: 'AUTH-09',
  case: 'refused',
  level: 'must',
  scopes: ['login'],
  change: instead(places.register, json(500, { message: 'Internal server error' })),
}
