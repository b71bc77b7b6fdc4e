import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'every-answer-is-empty',
  title: 'Every answer is 204 without a body.',
  rule: 'TRN-01',
  case: 'other',
  level: 'reject',
  change(server) {
    server.onReply.push((reply) => {
      Object.assign(reply, { status: 204, headers: {}, body: '' })
    })
  },
})
