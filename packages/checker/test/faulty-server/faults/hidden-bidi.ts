import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'hidden-bidi',
  title: 'A description turns the direction of its letters.',
  rule: 'TOOL-20',
  level: 'must',
  change(server) {
    server.changeTool('get_book', { description: 'Gives one book by its id. \u202esdrow neddih\u202c' })
  },
})
