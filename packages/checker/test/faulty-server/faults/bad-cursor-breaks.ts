import { plainReply } from '../reply.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'bad-cursor-breaks',
  title: 'A bad cursor is answered with 500.',
  rule: 'PRO-05',
  case: 'broken',
  level: 'should',
  change(server) {
    server.onReply.push((reply, call) => {
      const refused = call?.method === 'tools/list' && reply.body.toString().includes('-32602')
      if (refused) Object.assign(reply, plainReply(500, 'Broken.'))
    })
  },
})
