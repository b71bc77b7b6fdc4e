import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'no-way-to-a-client',
  raises: 'AUTH-08',
  case: 'none',
  level: 'must',
  change: patched(places.serverMetadata, {
    registration_endpoint: undefined,
    client_id_metadata_document_supported: undefined,
  }),
}
