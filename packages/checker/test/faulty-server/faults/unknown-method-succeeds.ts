import { defineFault } from '../fault.ts'

/** What the checker asks for, and what the conformance suite asks for. */
const unknown = ['connectory/no-such-method', 'unknown/method']

export const fault = defineFault({
  id: 'unknown-method-succeeds',
  title: 'An unknown method is answered with an empty result.',
  rule: 'TRN-06',
  case: 'unknown-method',
  level: 'should',
  change(server) {
    for (const method of unknown) server.methods.set(method, () => ({}))
  },
})
