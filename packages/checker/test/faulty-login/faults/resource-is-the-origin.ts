import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'resource-is-the-origin',
  raises: 'AUTH-05',
  case: 'resource',
  level: 'must',
  change: patched(places.resourceMetadata, ({ resource }) => ({ resource: new URL(resource).origin })),
}
