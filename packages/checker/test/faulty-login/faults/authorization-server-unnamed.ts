import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'authorization-server-unnamed',
  raises: 'AUTH-05',
  case: 'servers',
  level: 'must',
  change: patched(places.resourceMetadata, { authorization_servers: [] }),
}
