import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'authorization-server-by-http',
  raises: 'AUTH-05',
  case: 'not-https',
  level: 'must',
  change: patched(places.resourceMetadata, { authorization_servers: ['http://as.example'] }),
}
