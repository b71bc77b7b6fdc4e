import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tools-are-an-object',
  title: 'The tools are an object by name.',
  rule: 'TRN-05',
  case: 'broken-page',
  level: 'must',
  change(server) {
    server.changeResult('tools/list', (result) => {
      result['tools'] = { search_books: {} }
    })
  },
})
