import { refusing, type Fault } from '../fault.ts'
import { json } from '../messages.ts'

export const fault: Fault = {
  id: 'unsigned-token-breaks',
  raises: 'AUTH-15',
  case: 'other',
  level: 'must',
  change: refusing('bad-token', (call) =>
    call.headers.authorization?.endsWith('.') ? json(500, { error: 'unsupported alg' }) : undefined,
  ),
}
