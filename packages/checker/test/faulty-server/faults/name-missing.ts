import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'name-missing',
  title: 'A tool has no name.',
  rule: 'TOOL-11',
  case: 'no-name',
  level: 'must',
  change(server) {
    server.changeTool('list_subjects', { name: undefined })
  },
})
