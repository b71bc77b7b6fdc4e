import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'schema-pattern-is-broken',
  title: 'A pattern in an inputSchema is no regular expression.',
  rule: 'TOOL-23',
  case: 'invalid',
  level: 'must',
  change(server) {
    server.parameter('list_branches', 'city', { type: 'string', pattern: '(', description: 'The city.' })
  },
})
