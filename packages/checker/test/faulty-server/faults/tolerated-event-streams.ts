import { stream } from '../answer.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tolerated-event-streams',
  title: 'Every answer comes as an event stream.',
  rule: 'none',
  change(server) {
    server.onReply.push((reply, call) => {
      if (call && reply.status === 200 && reply.headers['content-type'] === 'application/json') stream(reply)
    })
  },
})
