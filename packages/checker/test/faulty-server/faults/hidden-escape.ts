import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'hidden-escape',
  title: 'A title has a terminal escape.',
  rule: 'TOOL-20',
  level: 'must',
  change(server) {
    server.tool('get_book').annotations['title'] = 'Get a book\u001b[8m'
  },
})
