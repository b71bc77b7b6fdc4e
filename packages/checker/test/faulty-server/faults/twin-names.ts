import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'twin-names',
  title: 'Two names differ only in their spelling.',
  rule: 'TOOL-22',
  case: 'twins',
  outcome: 'needs-human',
  level: 'must',
  change(server) {
    server.addTool({ name: 'getBook' })
  },
})
