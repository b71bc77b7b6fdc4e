import { instead, places, together, type Fault } from '../fault.ts'
import { empty, json } from '../messages.ts'
import { serverMetadata } from '../metadata.ts'

/** A login as before 2025-06-18: the authorization server is known only from the same host. */
export const fault: Fault = {
  id: 'resource-metadata-missing',
  raises: 'AUTH-05',
  case: 'missing',
  level: 'must',
  change: together(
    instead(places.resourceMetadata, empty(404)),
    instead(places.serverMetadata, (call, _right, world) =>
      call.server === 'resource' ? json(200, serverMetadata(world)) : undefined,
    ),
  ),
}
