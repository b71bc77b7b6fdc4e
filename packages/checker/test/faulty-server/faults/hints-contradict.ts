import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'hints-contradict',
  title: 'A tool says that it only reads and that it destroys.',
  rule: 'TOOL-05',
  case: 'both',
  level: 'must',
  change(server) {
    server.tool('get_book').annotations['destructiveHint'] = true
  },
})
