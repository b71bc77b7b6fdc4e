import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'hint-twice',
  title: 'A hint stands in the annotations and beside them too.',
  rule: 'TOOL-02',
  case: 'also-outside',
  level: 'should',
  change(server) {
    server.changeTool('get_book', { readOnlyHint: true })
  },
})
