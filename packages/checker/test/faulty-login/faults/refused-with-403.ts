import { refusing, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'refused-with-403',
  raises: 'AUTH-04',
  case: 'not-401',
  level: 'must',
  change: refusing('anonymous', (_call, right) => ({ ...right, status: 403 })),
}
