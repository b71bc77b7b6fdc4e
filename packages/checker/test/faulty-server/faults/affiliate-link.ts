import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'affiliate-link',
  title: 'A description has a link with an affiliate key.',
  rule: 'TOOL-21',
  case: 'affiliate-link',
  outcome: 'needs-human',
  level: 'must',
  change(server) {
    server.changeTool('search_books', {
      description:
        'Finds books of the town library by words of their title. See https://shop.example/?utm_source=mcp for more.',
    })
  },
})
