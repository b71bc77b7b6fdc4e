import { submitted } from '../submitted.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'promises-per-user-without-login',
  title: 'Limits per user are promised, and nobody has to log in.',
  rule: 'AUTH-24',
  case: 'no-login',
  outcome: 'fail',
  level: 'must',
  options: (place) => submitted(place, { perUserClaims: true }),
  change() {},
})
