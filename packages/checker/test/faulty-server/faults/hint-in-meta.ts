import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'hint-in-meta',
  title: 'A hint stands in _meta.',
  rule: 'TOOL-02',
  case: 'outside',
  level: 'reject',
  change(server) {
    server.changeTool('get_book', {
      annotations: { title: 'Get a book', openWorldHint: false },
      _meta: { readOnlyHint: true },
    })
  },
})
