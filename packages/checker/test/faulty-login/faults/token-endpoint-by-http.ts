import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'token-endpoint-by-http',
  raises: 'AUTH-06',
  case: 'not-https',
  level: 'must',
  change: patched(places.serverMetadata, { token_endpoint: 'http://as.example/token' }),
}
