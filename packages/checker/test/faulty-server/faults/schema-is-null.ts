import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'schema-is-null',
  title: 'The inputSchema of a tool is null.',
  rule: 'TOOL-23',
  case: 'missing',
  level: 'must',
  change(server) {
    server.changeTool('list_subjects', { inputSchema: null })
  },
})
