import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'sql-unnamed',
  title: 'A tool takes SQL and does not say for which database.',
  rule: 'TOOL-14',
  case: 'unnamed',
  outcome: 'needs-human',
  level: 'must',
  change(server) {
    server.addTool({
      name: 'find_loans',
      description: 'Finds loans of the town library by a query. Returns the rows that match.',
      inputSchema: {
        type: 'object',
        properties: {
          sql: { type: 'string', maxLength: 500, description: 'One statement that selects rows.' },
        },
        required: ['sql'],
      },
    })
  },
})
