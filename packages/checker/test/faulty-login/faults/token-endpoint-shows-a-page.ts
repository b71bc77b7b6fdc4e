import { instead, places, type Fault } from '../fault.ts'
import { html } from '../messages.ts'

export const fault: Fault = {
  id: 'token-endpoint-shows-a-page',
  raises: 'AUTH-13',
  case: 'not-json',
  level: 'must',
  change: instead(places.token, html(400, '<!doctype html><title>Bad request</title>')),
}
