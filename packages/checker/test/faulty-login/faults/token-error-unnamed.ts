import { instead, places, type Fault } from '../fault.ts'
import { json } from '../messages.ts'

export const fault: Fault = {
  id: 'token-error-unnamed',
  raises: 'AUTH-13',
  case: 'no-error',
  level: 'must',
  change: instead(places.token, json(400, { message: 'Bad request' })),
}
