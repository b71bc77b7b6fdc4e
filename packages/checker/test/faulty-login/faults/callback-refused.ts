import { instead, places, type Fault } from '../fault.ts'
import { html } from '../messages.ts'

export const fault: Fault = {
  id: 'callback-refused',
  raises: 'AUTH-11',
  case: 'redirect-refused',
  level: 'must',
  scopes: ['login'],
  change: instead(places.authorize, ({ url }) =>
    url.searchParams.get('redirect_uri')?.startsWith('https://directory.example/')
      ? html(400, '<!doctype html><title>Error</title><p>Error: redirect_uri is not allowed.</p>')
      : undefined,
  ),
}
