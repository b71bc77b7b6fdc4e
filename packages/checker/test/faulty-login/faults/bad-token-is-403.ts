import { refusing, type Fault } from '../fault.ts'
import { json } from '../messages.ts'

export const fault: Fault = {
  id: 'bad-token-is-403',
  raises: 'AUTH-15',
  case: 'other',
  level: 'must',
  change: refusing('bad-token', json(403, { error: 'forbidden' })),
}
