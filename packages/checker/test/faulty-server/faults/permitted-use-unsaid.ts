import { submitted } from '../submitted.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'permitted-use-unsaid',
  title: 'The publisher does not acknowledge the usage policy.',
  rule: 'DATA-05',
  case: 'missing',
  outcome: 'fail',
  level: 'must',
  options: (place) => submitted(place, { acknowledgements: ['data-rights'] }),
  change() {},
})
