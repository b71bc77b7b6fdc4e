import { submitted } from '../submitted.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'filter-without-a-reason',
  title: 'Only an address filter protects the server, for no reason given.',
  rule: 'NET-05',
  case: 'none',
  outcome: 'fail',
  level: 'should',
  options: (place) => submitted(place, { authMode: 'none', addressFilter: true, whyNoLogin: '' }),
  change() {},
})
