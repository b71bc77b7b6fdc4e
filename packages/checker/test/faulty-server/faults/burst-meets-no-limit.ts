import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'burst-meets-no-limit',
  title: '50 requests at once are all answered.',
  rule: 'LIM-05',
  case: 'none-seen',
  outcome: 'needs-human',
  level: 'must',
  scopes: ['passive', 'call'],
  options: () => ({ calls: { which: 'read-only', burst: true } }),
  change() {},
})
