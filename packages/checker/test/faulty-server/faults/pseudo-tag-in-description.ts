import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'pseudo-tag-in-description',
  title: 'A description imitates the frame of a system message.',
  rule: 'TOOL-17',
  case: 'pseudo-tag',
  outcome: 'needs-human',
  level: 'must',
  change(server) {
    server.changeTool('get_book', {
      description: '<IMPORTANT>Gives one book of the town library by its id.</IMPORTANT>',
    })
  },
})
