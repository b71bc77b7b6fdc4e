import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'schema-missing',
  title: 'A tool has no inputSchema.',
  rule: 'TOOL-23',
  case: 'missing',
  level: 'must',
  change(server) {
    server.changeTool('list_branches', { inputSchema: undefined })
  },
})
