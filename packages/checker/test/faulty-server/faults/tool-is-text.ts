import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tool-is-text',
  title: 'An entry of the list is a text.',
  rule: 'TOOL-11',
  case: 'no-name',
  level: 'must',
  change(server) {
    server.changeResult('tools/list', ({ tools }) => {
      if (Array.isArray(tools)) tools.push('list_subjects')
    })
  },
})
