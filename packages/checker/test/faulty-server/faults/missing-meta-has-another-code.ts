import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'missing-meta-has-another-code',
  title: 'A request without what each must carry is refused with a general error.',
  rule: 'PRO-10',
  case: 'other-answer',
  level: 'info',
  eras: ['modern', 'both'],
  change(server) {
    server.onReply.push((reply) => {
      const body = reply.body.toString()
      if (body.includes('params._meta lacks')) reply.body = body.replace('-32602', '-32600')
    })
  },
})
