import { instead, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'token-endpoint-is-sluggish',
  raises: 'AUTH-22',
  case: 'sluggish',
  level: 'should',
  change: instead(places.token, (_call, right, world) => {
    world.advance(4000)
    return right
  }),
}
