import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'hint-number',
  title: 'A hint is the number 1.',
  rule: 'TOOL-03',
  case: 'not-boolean',
  level: 'reject',
  change(server) {
    server.tool('list_branches').annotations['openWorldHint'] = 1
  },
})
