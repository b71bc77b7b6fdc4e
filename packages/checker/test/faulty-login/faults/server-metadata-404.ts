import { instead, places, type Fault } from '../fault.ts'
import { empty } from '../messages.ts'

export const fault: Fault = {
  id: 'server-metadata-404',
  raises: 'AUTH-06',
  case: 'missing',
  level: 'must',
  change: instead(places.serverMetadata, empty(404)),
}
