import { plainReply } from '../reply.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'list-is-429',
  title: 'The list of tools is answered with 429.',
  rule: 'TOOL-01',
  case: 'list-failed',
  outcome: 'could-not-look',
  level: 'reject',
  change(server) {
    server.changeReply('tools/list', (reply) => Object.assign(reply, plainReply(429, 'Later.')))
  },
})
