import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'hint-null',
  title: 'A hint is null.',
  rule: 'TOOL-03',
  case: 'not-boolean',
  level: 'reject',
  change(server) {
    server.tool('get_book').annotations['destructiveHint'] = null
  },
})
