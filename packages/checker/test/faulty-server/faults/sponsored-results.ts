import { submitted } from '../submitted.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'sponsored-results',
  title: 'The publisher states that results are sponsored.',
  rule: 'USE-03',
  case: 'sponsored',
  outcome: 'fail',
  level: 'must',
  options: (place) => submitted(place, { sponsoredContent: true }),
  change() {},
})
