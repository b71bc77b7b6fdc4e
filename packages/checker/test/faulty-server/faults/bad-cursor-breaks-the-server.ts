import { defineFault } from '../fault.ts'
import { plainReply } from '../reply.ts'

export const fault = defineFault({
  id: 'bad-cursor-breaks-the-server',
  title: 'A cursor that nobody gave out ends in HTTP 500.',
  rule: 'PRO-05',
  case: 'broken',
  level: 'should',
  change(server) {
    server.changeReply('tools/list', (reply) => {
      if (reply.body.toString().includes('"error"')) Object.assign(reply, plainReply(500, 'cursor is NaN'))
    })
  },
})
