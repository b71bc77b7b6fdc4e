import type { Fault } from '../fault.ts'
import { sessions } from '../sessions.ts'

export const fault: Fault = {
  id: 'session-opens-with-any-token',
  raises: 'TRN-18',
  case: 'wrong-token',
  level: 'must',
  scopes: ['login'],
  person: true,
  change: sessions(({ authorization }) => authorization !== undefined),
}
