import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'title-blank',
  title: 'The title of a tool is a space.',
  rule: 'TOOL-04',
  case: 'none',
  level: 'must',
  change(server) {
    server.changeTool('get_book', { title: ' ' })
    server.tool('get_book').annotations['title'] = ' '
  },
})
