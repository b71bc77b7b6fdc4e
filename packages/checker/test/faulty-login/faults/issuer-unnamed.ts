import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'issuer-unnamed',
  raises: 'AUTH-06',
  case: 'issuer',
  level: 'must',
  change: patched(places.serverMetadata, { issuer: undefined }),
}
