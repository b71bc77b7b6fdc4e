import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'title-is-name',
  title: 'The title repeats the name.',
  rule: 'TOOL-04',
  case: 'same-as-name',
  level: 'info',
  change(server) {
    server.tool('get_book').annotations['title'] = 'get_book'
  },
})
