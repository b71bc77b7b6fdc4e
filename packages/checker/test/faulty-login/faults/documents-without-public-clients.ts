import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'documents-without-public-clients',
  raises: 'AUTH-08',
  case: 'not-public',
  level: 'must',
  change: patched(places.serverMetadata, {
    registration_endpoint: undefined,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  }),
}
