import { submitted } from '../submitted.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'login-declared-and-missing',
  title: 'A login is declared, and nobody has to log in.',
  rule: 'AUTH-33',
  case: 'open',
  outcome: 'needs-human',
  level: 'must',
  options: (place) => submitted(place, { authMode: 'oauth' }),
  change() {},
})
