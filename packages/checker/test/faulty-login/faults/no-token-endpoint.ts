import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'no-token-endpoint',
  raises: 'AUTH-06',
  case: 'no-token-endpoint',
  level: 'must',
  change: patched(places.serverMetadata, { token_endpoint: undefined }),
}
