import { refusing, type Fault } from '../fault.ts'
import { answerWithoutLogin } from '../resource-server.ts'

export const fault: Fault = {
  id: 'forged-user-opens',
  raises: 'AUTH-35',
  case: 'opened',
  level: 'must',
  change: refusing('anonymous', (call) => (call.headers['x-user-id'] ? answerWithoutLogin(call) : undefined)),
}
