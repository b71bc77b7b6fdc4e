import { instead, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'login-page-is-sluggish',
  raises: 'AUTH-22',
  case: 'sluggish',
  level: 'should',
  scopes: ['login'],
  change: instead(places.authorize, (_call, right, world) => {
    world.advance(5000)
    return right
  }),
}
