import { places, type Fault } from '../fault.ts'
import { nameOf } from '../messages.ts'
import { token } from '../tokens.ts'
import type { Grant, World } from '../world.ts'

const kept = new WeakMap<World, Map<string, Grant>>()

export const fault: Fault = {
  id: 'code-works-twice',
  raises: 'AUTH-34',
  case: 'twice',
  level: 'should',
  scopes: ['login'],
  person: true,
  change: {
    answer(call, right, world) {
      if (call.url.pathname === '/consent')
        kept.set(world, new Map([...(kept.get(world) ?? []), ...world.codes]))
      if (nameOf(call) !== places.token || !right.body.includes('invalid_grant')) return undefined
      const code = new URLSearchParams(call.body).get('code') ?? ''
      const grant = kept.get(world)?.get(code)
      if (grant === undefined) return undefined
      world.codes.set(code, grant)
      return token(call, world)
    },
  },
}
