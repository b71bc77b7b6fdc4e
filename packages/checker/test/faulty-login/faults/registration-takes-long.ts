import { instead, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'registration-takes-long',
  raises: 'AUTH-09',
  case: 'slow',
  level: 'must',
  scopes: ['login'],
  change: instead(places.register, (_call, right, world) => {
    world.advance(11_000)
    return right
  }),
}
