import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'schema-type-unknown',
  title: 'A type in an inputSchema is no type of JSON Schema.',
  rule: 'TOOL-23',
  case: 'invalid',
  level: 'must',
  change(server) {
    server.parameter('list_branches', 'city', { type: 'text', description: 'The city.' })
  },
})
