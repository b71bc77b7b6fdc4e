import { instead, places, type Fault } from '../fault.ts'
import { empty } from '../messages.ts'

export const fault: Fault = {
  id: 'no-oauth-metadata',
  raises: 'AUTH-02',
  case: 'no-metadata',
  level: 'reject',
  change: instead(places.resourceMetadata, empty(404)),
}
