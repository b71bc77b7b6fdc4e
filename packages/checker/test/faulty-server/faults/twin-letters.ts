import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'twin-letters',
  title: 'Two names look alike and are written in two alphabets.',
  rule: 'TOOL-22',
  case: 'twins',
  outcome: 'needs-human',
  level: 'must',
  change(server) {
    server.addTool({ name: 'get_b\u043eok' })
  },
})
