import { submitted } from '../submitted.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'client-for-a-pattern',
  title: 'One client is to serve all addresses of a pattern.',
  rule: 'NET-11',
  case: 'pattern',
  outcome: 'fail',
  level: 'must',
  options: (place) =>
    submitted(place, {
      authMode: 'operator-client',
      startsOpen: true,
      urlOption: {
        kind: 'pattern',
        pattern: '^https://[a-z]+[.]library[.]example/mcp$',
        sample: 'https://town.library.example/mcp',
      },
    }),
  change() {},
})
