import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'resource-is-localhost',
  raises: 'AUTH-05',
  case: 'resource',
  level: 'must',
  change: patched(places.resourceMetadata, ({ resource }) => ({
    resource: resource.replace('127.0.0.1', 'localhost'),
  })),
}
