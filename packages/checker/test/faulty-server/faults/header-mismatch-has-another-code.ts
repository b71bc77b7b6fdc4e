import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'header-mismatch-has-another-code',
  title: 'Headers that differ from the body are refused with a general error.',
  rule: 'PRO-09',
  case: 'other-answer',
  level: 'info',
  eras: ['modern', 'both'],
  change(server) {
    server.onReply.push((reply) => {
      reply.body = reply.body.toString().replace('-32020', '-32600')
    })
  },
})
