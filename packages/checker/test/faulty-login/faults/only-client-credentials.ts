import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'only-client-credentials',
  raises: 'AUTH-03',
  case: 'no-grant',
  level: 'reject',
  change: patched(places.serverMetadata, { grant_types_supported: ['client_credentials'] }),
}
