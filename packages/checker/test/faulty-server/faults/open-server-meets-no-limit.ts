import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'open-server-meets-no-limit',
  title: 'Without a login, 50 requests at once are all answered.',
  rule: 'LIM-06',
  case: 'none-seen',
  outcome: 'needs-human',
  level: 'must',
  scopes: ['passive', 'call'],
  options: () => ({ calls: { which: 'read-only', burst: true } }),
  change() {},
})
