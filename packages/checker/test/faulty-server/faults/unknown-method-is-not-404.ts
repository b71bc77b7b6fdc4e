import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'unknown-method-is-not-404',
  title: 'In 2026-07-28 an unknown method is refused with the right code and HTTP 200.',
  rule: 'TRN-06',
  case: 'method-status',
  level: 'should',
  eras: ['modern', 'both'],
  change(server) {
    server.onReply.push((reply, call) => {
      if (call?.era === 'modern' && reply.status === 404) reply.status = 200
    })
  },
})
