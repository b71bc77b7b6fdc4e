import { submitted } from '../submitted.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'no-limit-stated',
  title: 'The publisher states no limit of requests.',
  rule: 'LIM-05',
  case: 'none-stated',
  level: 'must',
  options: (place) => submitted(place, { requestLimits: '' }),
  change() {},
})
