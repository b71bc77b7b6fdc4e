import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'title-is-a-number',
  title: 'The title of a tool is a number.',
  rule: 'TOOL-04',
  case: 'not-text',
  level: 'must',
  change(server) {
    server.tool('get_book').annotations['title'] = 7
  },
})
