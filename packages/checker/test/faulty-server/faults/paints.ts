import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'paints',
  title: 'A tool generates pictures.',
  rule: 'USE-02',
  outcome: 'needs-human',
  level: 'must',
  change(server) {
    server.changeTool('get_book', {
      description: 'Generates an image of a book cover from a prompt with AI.',
    })
  },
})
