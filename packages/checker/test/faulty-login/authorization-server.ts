import { register, unregister } from './clients.ts'
import { authorize, consent } from './consent.ts'
import { empty, json, nameOf, type Answer, type Call } from './messages.ts'
import { serverMetadata } from './metadata.ts'
import { revoke, token } from './tokens.ts'
import type { World } from './world.ts'

/** The authorization server's right answer. */
export function authorizationServer(call: Call, world: World): Answer {
  switch (nameOf(call)) {
    case 'GET /.well-known/oauth-authorization-server':
      return json(200, serverMetadata(world))
    case 'POST /register':
      return register(call, world)
    case 'GET /authorize':
      return authorize(call, world)
    case 'POST /consent':
      return consent(call, world)
    case 'POST /token':
      return token(call, world)
    case 'POST /revoke':
      return revoke(call, world)
  }
  if (call.method === 'DELETE' && call.url.pathname.startsWith('/register/')) return unregister(call, world)
  return empty(404)
}
