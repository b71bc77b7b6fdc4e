import { submitted } from '../submitted.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'pattern-for-addresses-without-end',
  title: 'The pattern for addresses of users goes on after its end.',
  rule: 'NET-10',
  case: 'anchors',
  outcome: 'fail',
  level: 'must',
  options: (place) =>
    submitted(place, { urlOption: { kind: 'pattern', pattern: '^https://[a-z]+', sample: 'https://town' } }),
  change() {},
})
