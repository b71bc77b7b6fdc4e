import { submitted } from '../submitted.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'behaviour-is-for-a-person',
  title: 'The server is submitted, and nobody has used its tools.',
  rule: 'TOOL-16',
  case: 'try',
  outcome: 'needs-human',
  level: 'must',
  options: (place) => submitted(place),
  change() {},
})
