import { refusing, type Fault } from '../fault.ts'
import { empty } from '../messages.ts'

export const fault: Fault = {
  id: 'challenge-missing',
  raises: 'AUTH-04',
  case: 'found-elsewhere',
  level: 'should',
  change: refusing('anonymous', empty(401)),
}
