import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'schema-is-a-choice',
  title: 'The root of an inputSchema is a choice.',
  rule: 'TOOL-32',
  case: 'combination',
  level: 'should',
  change(server) {
    Object.assign(server.tool('list_branches').inputSchema, { anyOf: [{ required: ['limit'] }, {}] })
  },
})
