import { instead, places, type Fault } from '../fault.ts'
import { asJwt, token } from '../tokens.ts'

export const fault: Fault = {
  id: 'token-for-another-is-taken',
  raises: 'AUTH-17',
  case: 'foreign-accepted',
  level: 'must',
  scopes: ['login'],
  person: true,
  change: instead(places.token, (call, right, world) => {
    const form = new URLSearchParams(call.body)
    const resource = form.get('resource')
    if (!right.body.includes('invalid_target') || resource === null) return undefined
    form.set('resource', world.resource)
    return asJwt(token({ ...call, body: form.toString() }, world), resource, world)
  }),
}
