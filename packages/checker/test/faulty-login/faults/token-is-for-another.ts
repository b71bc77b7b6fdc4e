import { instead, places, type Fault } from '../fault.ts'
import { asJwt } from '../tokens.ts'

export const fault: Fault = {
  id: 'token-is-for-another',
  raises: 'AUTH-17',
  case: 'other-audience',
  level: 'should',
  scopes: ['login'],
  person: true,
  change: instead(places.token, (_call, right, world) =>
    right.status === 200 ? asJwt(right, 'https://api.example', world) : undefined,
  ),
}
