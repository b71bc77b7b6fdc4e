import { instead, places, type Fault } from '../fault.ts'
import { token } from '../tokens.ts'

export const fault: Fault = {
  id: 'resource-changes-nothing',
  raises: 'AUTH-17',
  case: 'resource-ignored',
  level: 'should',
  scopes: ['login'],
  person: true,
  change: instead(places.token, (call, right, world) => {
    if (!right.body.includes('invalid_target')) return undefined
    const form = new URLSearchParams(call.body)
    form.set('resource', world.resource)
    return token({ ...call, body: form.toString() }, world)
  }),
}
