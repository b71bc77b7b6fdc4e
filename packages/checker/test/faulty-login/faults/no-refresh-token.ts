import { instead, places, type Fault } from '../fault.ts'
import { json } from '../messages.ts'

export const fault: Fault = {
  id: 'no-refresh-token',
  raises: 'AUTH-16',
  case: 'none-for',
  level: 'should',
  scopes: ['login'],
  person: true,
  change: instead(places.token, (_call, right) => {
    if (right.status !== 200) return undefined
    const { refresh_token: _left, ...rest } = JSON.parse(right.body) as Record<string, unknown>
    return json(200, rest, right.headers)
  }),
}
