import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'header-twice',
  title: 'Two parameters want one header.',
  rule: 'TOOL-31',
  case: 'twice',
  level: 'must',
  change(server) {
    for (const name of ['city', 'town']) {
      server.parameter('list_branches', name, {
        type: 'string',
        description: 'The city.',
        'x-mcp-header': name === 'city' ? 'Place' : 'place',
      })
    }
  },
})
