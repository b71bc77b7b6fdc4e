import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tolerated-byte-order-mark',
  title: 'A byte order mark stands before the JSON.',
  rule: 'none',
  eras: ['both'],
  change(server) {
    server.onReply.push((reply, call) => {
      if (call && reply.body !== '') reply.body = `\ufeff${reply.body.toString()}`
    })
  },
})
