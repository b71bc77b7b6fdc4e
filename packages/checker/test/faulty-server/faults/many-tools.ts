import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'many-tools',
  title: 'There are 36 tools.',
  rule: 'TOOL-26',
  case: 'many',
  level: 'info',
  change(server) {
    for (let n = 5; n < 36; n += 1) server.addTool({ name: `count_visitors_of_${2000 + n}` })
    server.pageSize = 50
  },
})
