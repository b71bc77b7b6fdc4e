import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'no-revocation',
  raises: 'AUTH-23',
  case: 'none',
  level: 'should',
  change: patched(places.serverMetadata, { revocation_endpoint: undefined }),
}
