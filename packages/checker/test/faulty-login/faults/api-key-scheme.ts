import { instead, places, refusing, together, type Fault } from '../fault.ts'
import { empty } from '../messages.ts'

export const fault: Fault = {
  id: 'api-key-scheme',
  raises: 'AUTH-02',
  case: 'other-scheme',
  level: 'reject',
  change: together(
    refusing('both', empty(401, { 'www-authenticate': 'ApiKey realm="notes"' })),
    instead(places.resourceMetadata, empty(404)),
  ),
}
