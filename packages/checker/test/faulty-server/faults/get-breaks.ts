import { plainReply } from '../reply.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'get-breaks',
  title: 'A plain GET is answered with 500.',
  rule: 'TRN-07',
  case: 'server-error',
  change(server) {
    server.gates.set('get', ({ request }) =>
      request.method === 'POST' ? undefined : plainReply(500, 'Broken.'),
    )
  },
})
