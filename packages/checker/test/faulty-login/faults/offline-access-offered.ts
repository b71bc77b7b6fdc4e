import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'offline-access-offered',
  raises: 'AUTH-25',
  case: 'offline-access',
  level: 'should',
  change: patched(places.resourceMetadata, { scopes_supported: ['notes', 'offline_access'] }),
}
