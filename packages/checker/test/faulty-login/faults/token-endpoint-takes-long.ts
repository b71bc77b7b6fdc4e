import { instead, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'token-endpoint-takes-long',
  raises: 'AUTH-22',
  case: 'slow',
  level: 'must',
  change: instead(places.token, (_call, right, world) => {
    world.advance(10_500)
    return right
  }),
}
