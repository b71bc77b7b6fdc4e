import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'name-twice',
  title: 'Two tools on different pages have one name.',
  rule: 'TOOL-11',
  case: 'duplicate',
  level: 'must',
  change(server) {
    server.tools.push(structuredClone(server.tool('search_books')))
  },
})
