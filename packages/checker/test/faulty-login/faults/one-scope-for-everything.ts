import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'one-scope-for-everything',
  raises: 'AUTH-25',
  case: 'broad',
  level: 'should',
  outcome: 'needs-human',
  change: patched(places.resourceMetadata, { scopes_supported: ['notes', '*'] }),
}
