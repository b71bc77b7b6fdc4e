import { defineFault } from '../fault.ts'
import { plainReply } from '../reply.ts'

export const fault = defineFault({
  id: 'head-breaks-the-server',
  title: 'HEAD is answered with a server error.',
  rule: 'TRN-07',
  case: 'server-error',
  level: 'should',

  change(server) {
    server.gates.set('get', ({ request }) => {
      if (request.method === 'HEAD') return plainReply(500, 'Something broke.')
      return request.method === 'POST' ? undefined : plainReply(405, 'Send messages by POST.')
    })
  },
})
