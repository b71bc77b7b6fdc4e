import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'registration-by-http',
  raises: 'AUTH-06',
  case: 'not-https',
  level: 'must',
  change: patched(places.serverMetadata, { registration_endpoint: 'http://as.example/register' }),
}
