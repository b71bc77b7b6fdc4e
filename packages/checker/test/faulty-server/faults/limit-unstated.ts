import { submitted } from '../submitted.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'limit-unstated',
  title: 'A limit by country is known to the publisher alone.',
  rule: 'TOOL-28',
  case: 'unstated',
  outcome: 'needs-human',
  level: 'should',
  options: (place) => submitted(place, { limits: 'Only for residents of Switzerland.' }),
  change() {},
})
