import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tolerated-charset',
  title: 'The content-type names a charset, in capital letters.',
  rule: 'none',
  eras: ['both'],
  change(server) {
    server.onReply.push((reply) => {
      if (reply.headers['content-type'] === 'application/json')
        reply.headers['content-type'] = 'Application/JSON; Charset=UTF-8'
    })
  },
})
