import { instead, places, type Fault } from '../fault.ts'
import { redirect } from '../messages.ts'

export const fault: Fault = {
  id: 'resource-parameter-refused',
  raises: 'AUTH-11',
  case: 'sent-back',
  level: 'must',
  scopes: ['login'],
  change: instead(places.authorize, ({ url }, right, { issuer }) => {
    if (right.status !== 200) return undefined
    const back = new URL(url.searchParams.get('redirect_uri') ?? '')
    back.searchParams.set('error', 'invalid_target')
    back.searchParams.set('state', url.searchParams.get('state') ?? '')
    back.searchParams.set('iss', issuer)
    return redirect(back)
  }),
}
