import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'registration-only',
  raises: 'AUTH-10',
  case: 'registration-only',
  level: 'info',
  change: patched(places.serverMetadata, { client_id_metadata_document_supported: undefined }),
}
