import { instead, places, type Fault } from '../fault.ts'
import { html } from '../messages.ts'

export const fault: Fault = {
  id: 'token-endpoint-shows-the-app',
  raises: 'AUTH-13',
  case: 'not-json',
  level: 'must',
  change: instead(places.token, html(200, '<!doctype html><div id="app"></div>')),
}
