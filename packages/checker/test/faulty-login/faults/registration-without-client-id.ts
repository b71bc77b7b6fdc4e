import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'registration-without-client-id',
  raises: 'AUTH-09',
  case: 'no-client-id',
  level: 'must',
  scopes: ['login'],
  change: patched(places.register, { client_id: undefined }),
}
