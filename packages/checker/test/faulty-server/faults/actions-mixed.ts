import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'actions-mixed',
  title: 'One argument chooses between listing and deleting.',
  rule: 'TOOL-13',
  case: 'mixed',
  outcome: 'needs-human',
  change(server) {
    server.parameter('list_subjects', 'action', {
      type: 'string',
      enum: ['list', 'delete'],
      description: 'What to do with the subjects.',
    })
  },
})
