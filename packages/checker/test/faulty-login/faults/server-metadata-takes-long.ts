import { instead, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'server-metadata-takes-long',
  raises: 'AUTH-22',
  case: 'slow',
  level: 'must',
  change: instead(places.serverMetadata, (_call, right, world) => {
    if (right.status === 200) world.advance(12_000)
    return right
  }),
}
