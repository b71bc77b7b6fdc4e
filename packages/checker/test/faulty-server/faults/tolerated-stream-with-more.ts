import { stream } from '../answer.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tolerated-stream-with-more',
  title: 'Comments, notices and an unnamed event come before the answer.',
  rule: 'none',
  eras: ['legacy'],
  change(server) {
    server.onReply.push((reply, call) => {
      if (!call || reply.status !== 200 || reply.headers['content-type'] !== 'application/json') return
      stream(reply)
      const notice = {
        jsonrpc: '2.0',
        method: 'notifications/message',
        params: { level: 'info', data: 'Open.' },
      }
      reply.body = `: hello\n\nid: 1\ndata:\n\ndata: ${JSON.stringify(notice)}\n\n${reply.body.toString()}`
    })
  },
})
