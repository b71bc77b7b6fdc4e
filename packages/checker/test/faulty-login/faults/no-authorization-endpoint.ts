import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'no-authorization-endpoint',
  raises: 'AUTH-03',
  case: 'no-endpoint',
  level: 'reject',
  change: patched(places.serverMetadata, { authorization_endpoint: undefined }),
}
