import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'authorization-endpoint-is-script',
  raises: 'AUTH-06',
  case: 'not-https',
  level: 'must',
  change: patched(places.serverMetadata, { authorization_endpoint: 'javascript:alert(1)' }),
}
