import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'name-empty',
  title: 'The name of a tool is empty.',
  rule: 'TOOL-11',
  case: 'no-name',
  level: 'must',
  change(server) {
    server.changeTool('list_subjects', { name: '' })
  },
})
