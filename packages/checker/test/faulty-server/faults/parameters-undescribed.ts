import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'parameters-undescribed',
  title: 'No parameter of a tool is described.',
  rule: 'TOOL-24',
  case: 'undescribed',
  level: 'should',
  change(server) {
    server.changeTool('get_opening_hours', {
      inputSchema: {
        type: 'object',
        properties: { branch_id: { type: 'string' }, day: { type: 'string' } },
        required: ['branch_id', 'day'],
      },
    })
  },
})
