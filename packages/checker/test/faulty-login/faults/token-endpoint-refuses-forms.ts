import { instead, places, type Fault } from '../fault.ts'
import { json } from '../messages.ts'

export const fault: Fault = {
  id: 'token-endpoint-refuses-forms',
  raises: 'AUTH-13',
  case: 'form-refused',
  level: 'must',
  change: instead(places.token, json(415, { message: 'Unsupported media type' })),
}
