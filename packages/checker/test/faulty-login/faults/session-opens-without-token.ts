import type { Fault } from '../fault.ts'
import { sessions } from '../sessions.ts'

export const fault: Fault = {
  id: 'session-opens-without-token',
  raises: 'TRN-18',
  case: 'without-token',
  level: 'must',
  scopes: ['login'],
  person: true,
  change: sessions(({ authorization }) => authorization === undefined),
}
