import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'schema-is-a-string-type',
  title: 'The inputSchema of a tool has the type string.',
  rule: 'TOOL-23',
  case: 'not-object',
  level: 'must',
  change(server) {
    server.changeTool('list_subjects', { inputSchema: { type: 'string' } })
  },
})
