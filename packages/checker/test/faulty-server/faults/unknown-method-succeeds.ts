import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'unknown-method-succeeds',
  title: 'An unknown method is answered with an empty result.',
  rule: 'TRN-06',
  case: 'unknown-method',
  level: 'should',

  change(server) {
    server.methods.set('connectory/no-such-method', () => ({}))
  },
})
