import { plainReply } from '../reply.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'every-answer-is-500',
  title: 'Every request is answered with 500.',
  rule: 'TRN-01',
  outcome: 'could-not-look',
  level: 'reject',
  change(server) {
    server.onReply.push((reply) => Object.assign(reply, plainReply(500, 'Broken.')))
  },
})
