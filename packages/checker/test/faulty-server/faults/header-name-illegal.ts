import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'header-name-illegal',
  title: 'A parameter wants a header whose name has a space.',
  rule: 'TOOL-31',
  case: 'name',
  level: 'must',
  change(server) {
    server.parameter('list_branches', 'city', {
      type: 'string',
      description: 'The city.',
      'x-mcp-header': 'my city',
    })
  },
})
