import { instead, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'token-error-as-text',
  raises: 'AUTH-13',
  case: 'content-type',
  level: 'should',
  change: instead(places.token, (_call, right) => ({
    ...right,
    headers: { ...right.headers, 'content-type': 'text/plain' },
  })),
}
