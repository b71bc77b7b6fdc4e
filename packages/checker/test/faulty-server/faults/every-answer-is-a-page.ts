import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'every-answer-is-a-page',
  title: 'Every answer is a web page with 200.',
  rule: 'TRN-01',
  case: 'other',
  level: 'reject',
  change(server) {
    server.onReply.push((reply) => {
      reply.status = 200
      reply.headers = { 'content-type': 'text/html; charset=utf-8' }
      reply.body = '<!doctype html><title>Town library</title><p>Welcome.'
    })
  },
})
