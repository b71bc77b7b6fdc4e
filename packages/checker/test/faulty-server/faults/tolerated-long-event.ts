import { stream } from '../answer.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tolerated-long-event',
  title: 'A page of 200 kB comes as one event.',
  rule: 'none',
  change(server) {
    server.changeResult('tools/list', (result) => {
      result['x-padding'] = 'p'.repeat(200_000)
    })
    server.onReply.push((reply, call) => {
      if (call && reply.status === 200 && reply.headers['content-type'] === 'application/json') stream(reply)
    })
  },
})
