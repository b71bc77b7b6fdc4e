import { cursorOf } from '../methods.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'cursor-loops',
  title: 'The last page of tools names an earlier one.',
  rule: 'TRN-05',
  case: 'repeated-cursor',
  level: 'must',
  change(server) {
    server.changeResult('tools/list', (result) => {
      result['nextCursor'] ??= cursorOf(2)
    })
  },
})
