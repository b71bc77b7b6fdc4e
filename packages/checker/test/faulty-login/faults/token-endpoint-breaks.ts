import { instead, places, type Fault } from '../fault.ts'
import { json } from '../messages.ts'

export const fault: Fault = {
  id: 'token-endpoint-breaks',
  raises: 'AUTH-13',
  case: 'broken',
  level: 'must',
  change: instead(places.token, json(500, { message: 'Internal server error' })),
}
