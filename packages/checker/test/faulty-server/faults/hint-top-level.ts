import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'hint-top-level',
  title: 'A hint stands beside the annotations instead of in them.',
  rule: 'TOOL-02',
  case: 'outside',
  level: 'reject',
  change(server) {
    server.changeTool('search_books', {
      annotations: { title: 'Search books', openWorldHint: false },
      readOnlyHint: true,
    })
  },
})
