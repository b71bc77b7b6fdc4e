import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'list-without-bounds',
  title: 'A list takes no limit, page or filter.',
  rule: 'TOOL-25',
  case: 'unbounded',
  level: 'should',
  change(server) {
    server.changeTool('list_subjects', { inputSchema: { type: 'object', properties: {} } })
  },
})
