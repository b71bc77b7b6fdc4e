import { refusing, type Fault } from '../fault.ts'
import { redirect } from '../messages.ts'

export const fault: Fault = {
  id: 'bad-token-is-a-redirect',
  raises: 'AUTH-15',
  case: 'other',
  level: 'must',
  change: refusing('bad-token', (_call, _right, { issuer }) => redirect(`${issuer}/authorize`)),
}
