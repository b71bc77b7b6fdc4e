import { instead, places, type Fault } from '../fault.ts'
import { empty } from '../messages.ts'

export const fault: Fault = {
  id: 'token-error-is-empty',
  raises: 'AUTH-13',
  case: 'not-json',
  level: 'must',
  change: instead(places.token, empty(400)),
}
