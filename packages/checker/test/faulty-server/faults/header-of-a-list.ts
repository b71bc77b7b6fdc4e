import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'header-of-a-list',
  title: 'A parameter that is a list wants a header.',
  rule: 'TOOL-31',
  case: 'type',
  level: 'must',
  change(server) {
    server.parameter('list_branches', 'cities', {
      type: 'array',
      items: { type: 'string' },
      description: 'The cities.',
      'x-mcp-header': 'Cities',
    })
  },
})
