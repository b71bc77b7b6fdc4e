import { plainReply } from '../reply.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'every-answer-is-404',
  title: 'Nothing is found at the address.',
  rule: 'TRN-01',
  case: 'other',
  level: 'reject',
  change(server) {
    server.gates.set('path', () => plainReply(404, 'Not found.'))
  },
})
