import { instead, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'registration-may-be-cached',
  raises: 'AUTH-32',
  case: 'registration',
  level: 'should',
  scopes: ['login'],
  change: instead(places.register, (_call, right) => ({
    ...right,
    headers: { 'content-type': 'application/json', 'cache-control': 'max-age=60' },
  })),
}
