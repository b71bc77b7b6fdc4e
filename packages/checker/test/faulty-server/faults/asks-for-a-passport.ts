import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'asks-for-a-passport',
  title: 'A tool wants the number of a passport.',
  rule: 'DATA-07',
  case: 'asks',
  outcome: 'needs-human',
  level: 'info',
  change(server) {
    server.parameter('get_book', 'passport_number', {
      type: 'string',
      description: 'The passport of the reader.',
    })
  },
})
