import { instead, places, type Fault } from '../fault.ts'
import { empty } from '../messages.ts'

export const fault: Fault = {
  id: 'login-page-missing',
  raises: 'AUTH-11',
  case: 'failed',
  level: 'must',
  scopes: ['login'],
  change: instead(places.authorize, empty(404)),
}
