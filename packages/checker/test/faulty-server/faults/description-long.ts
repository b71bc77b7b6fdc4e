import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'description-long',
  title: 'The description of a tool has more than 2,000 characters.',
  rule: 'TOOL-15',
  case: 'long',
  change(server) {
    server.changeTool('get_book', {
      description: 'Gives one book of the town library by its id. '.repeat(50),
    })
  },
})
