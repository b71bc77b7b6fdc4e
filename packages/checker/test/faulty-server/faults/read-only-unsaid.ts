import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'read-only-unsaid',
  title: 'A tool says that it does not destroy, and not whether it writes.',
  rule: 'TOOL-06',
  case: 'no-read-only',
  level: 'should',
  change(server) {
    delete server.tool('get_book').annotations['readOnlyHint']
  },
})
