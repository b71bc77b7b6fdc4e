import { refusing, type Fault } from '../fault.ts'
import { answerWithoutLogin } from '../resource-server.ts'

export const fault: Fault = {
  id: 'bad-token-is-taken',
  raises: 'AUTH-15',
  case: 'accepted',
  level: 'must',
  change: refusing('bad-token', (call) => answerWithoutLogin(call)),
}
