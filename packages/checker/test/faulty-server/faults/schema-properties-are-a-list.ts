import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'schema-properties-are-a-list',
  title: 'The properties of an inputSchema are a list.',
  rule: 'TOOL-23',
  case: 'invalid',
  level: 'must',
  change(server) {
    server.changeTool('get_opening_hours', { inputSchema: { type: 'object', properties: ['day'] } })
  },
})
