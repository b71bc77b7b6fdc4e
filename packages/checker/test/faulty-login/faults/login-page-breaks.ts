import { instead, places, type Fault } from '../fault.ts'
import { html } from '../messages.ts'

export const fault: Fault = {
  id: 'login-page-breaks',
  raises: 'AUTH-11',
  case: 'failed',
  level: 'must',
  scopes: ['login'],
  change: instead(
    places.authorize,
    html(500, '<!doctype html><title>Error</title><p>Something went wrong.</p>'),
  ),
}
