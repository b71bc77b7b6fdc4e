import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'schema-reference-leads-nowhere',
  title: 'An inputSchema refers to a definition that is not there.',
  rule: 'TOOL-23',
  case: 'reference',
  level: 'must',
  change(server) {
    server.parameter('get_opening_hours', 'at', { $ref: '#/$defs/none', description: 'At what time.' })
  },
})
