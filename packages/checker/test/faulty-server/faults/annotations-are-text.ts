import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'annotations-are-text',
  title: 'The annotations are a text.',
  rule: 'TOOL-01',
  case: 'none',
  level: 'reject',
  change(server) {
    server.changeTool('get_book', { annotations: 'readOnlyHint: true' })
  },
})
