import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'list-in-another-order',
  title: 'The tools come in another order each time.',
  rule: 'PRO-06',
  case: 'order',
  level: 'info',
  change(server) {
    server.pageSize = 50
    server.changeResult('tools/list', () => {
      server.tools.reverse()
    })
  },
})
