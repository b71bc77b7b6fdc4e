import { randomUUID } from 'node:crypto'
import { nameOf, type Answer, type Call } from './messages.ts'
import { places, type Change } from './fault.ts'
import { answerWithoutLogin } from './resource-server.ts'
import type { World } from './world.ts'

const known = new WeakMap<World, Set<string>>()

/** A server that keeps sessions, and serves in one whoever `opens` lets in, whatever token they show. */
export function sessions(opens: (headers: Call['headers']) => boolean): Change {
  return {
    async answer(call, right, world) {
      const { body, headers } = call
      if (nameOf(call) !== places.mcp) return right
      if (right.status === 200 && body.includes('"initialize"')) return withSession(right, world)
      const session = headers['mcp-session-id']
      if (typeof session !== 'string' || known.get(world)?.has(session) !== true) return right
      return right.status === 401 && opens(headers) ? await answerWithoutLogin(call) : right
    },
  }
}

function withSession(right: Answer, world: World): Answer {
  const id = randomUUID()
  known.set(world, new Set([...(known.get(world) ?? []), id]))
  return { ...right, headers: { ...right.headers, 'mcp-session-id': id } }
}
