import { instead, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'registration-answers-200',
  raises: 'AUTH-09',
  case: 'not-201',
  level: 'must',
  scopes: ['login'],
  change: instead(places.register, (_call, right) => ({ ...right, status: 200 })),
}
