import { instead, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'resource-metadata-takes-long',
  raises: 'AUTH-22',
  case: 'slow',
  level: 'must',
  change: instead(places.resourceMetadata, (_call, right, world) => {
    world.advance(11_000)
    return right
  }),
}
