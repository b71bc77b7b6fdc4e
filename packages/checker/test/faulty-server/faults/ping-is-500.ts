import { defineFault } from '../fault.ts'
import { plainReply } from '../reply.ts'

export const fault = defineFault({
  id: 'ping-is-500',
  title: 'Ping ends in HTTP 500.',
  rule: 'PRO-08',
  case: 'refused',
  level: 'should',
  eras: ['legacy', 'both'],
  change(server) {
    server.changeReply('ping', (reply) => {
      if (reply.status === 200) Object.assign(reply, plainReply(500, 'Broken.'))
    })
  },
})
