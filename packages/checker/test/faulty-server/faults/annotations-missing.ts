import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'annotations-missing',
  title: 'A tool has no annotations at all.',
  rule: 'TOOL-01',
  case: 'none',
  level: 'reject',
  also: ['TOOL-04'],
  change(server) {
    server.changeTool('list_subjects', { annotations: undefined, title: undefined })
  },
})
