import { refusing, type Fault } from '../fault.ts'
import { answerWithoutLogin } from '../resource-server.ts'

export const fault: Fault = {
  id: 'unsigned-token-is-taken',
  raises: 'AUTH-15',
  case: 'unsigned',
  level: 'must',
  change: refusing('bad-token', (call) =>
    call.headers.authorization?.endsWith('.') ? answerWithoutLogin(call) : undefined,
  ),
}
