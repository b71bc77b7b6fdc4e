import { instead, places, type Fault } from '../fault.ts'
import { html } from '../messages.ts'

/** Only the words of the page tell it, not its status. */
export const fault: Fault = {
  id: 'callback-refused-by-a-good-page',
  raises: 'AUTH-11',
  case: 'words',
  level: 'must',
  outcome: 'needs-human',
  scopes: ['login'],
  change: instead(places.authorize, ({ url }) =>
    url.searchParams.get('redirect_uri')?.startsWith('https://directory.example/')
      ? html(200, '<!doctype html><title>Oops</title><p>Invalid redirect URI</p>')
      : undefined,
  ),
}
