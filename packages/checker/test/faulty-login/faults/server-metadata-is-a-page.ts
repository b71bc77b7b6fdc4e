import { instead, places, type Fault } from '../fault.ts'
import { html } from '../messages.ts'

export const fault: Fault = {
  id: 'server-metadata-is-a-page',
  raises: 'AUTH-06',
  case: 'missing',
  level: 'must',
  change: instead(
    places.serverMetadata,
    html(200, '<!doctype html><title>Notes</title><div id="app"></div>'),
  ),
}
