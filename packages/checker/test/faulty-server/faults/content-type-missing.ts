import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'content-type-missing',
  title: 'JSON is sent without a content-type.',
  rule: 'TRN-01',
  case: 'other',
  level: 'reject',
  change(server) {
    server.onReply.push((reply) => delete reply.headers['content-type'])
  },
})
