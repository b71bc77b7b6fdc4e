import { instead, places, type Fault } from '../fault.ts'
import { html } from '../messages.ts'

/** The words tell it, not the status. */
export const fault: Fault = {
  id: 'callback-refused-by-a-good-page',
  raises: 'AUTH-11',
  case: 'redirect-refused',
  level: 'must',
  scopes: ['login'],
  change: instead(places.authorize, ({ url }) =>
    url.searchParams.get('redirect_uri')?.startsWith('https://directory.example/')
      ? html(200, '<!doctype html><title>Oops</title><p>Invalid redirect URI</p>')
      : undefined,
  ),
}
