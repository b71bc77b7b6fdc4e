import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'page-of-5001-tools',
  title: 'One page has 5,001 tools.',
  rule: 'TRN-05',
  case: 'too-many-tools',
  level: 'must',
  eras: ['legacy'],
  change(server) {
    server.pageSize = 6_000
    for (let n = server.tools.length; n < 5_001; n += 1) server.addTool({ name: `count_visitors_${n}` })
  },
})
