import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'content-type-is-plain',
  title: 'JSON is sent as text/plain.',
  rule: 'TRN-01',
  case: 'other',
  level: 'reject',
  change(server) {
    server.onReply.push((reply, call) => {
      if (call && reply.body !== '') reply.headers['content-type'] = 'text/plain'
    })
  },
})
