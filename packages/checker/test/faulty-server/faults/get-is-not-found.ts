import { defineFault } from '../fault.ts'
import { plainReply } from '../reply.ts'

export const fault = defineFault({
  id: 'get-is-not-found',
  title: 'A GET for an event stream is not found.',
  rule: 'TRN-04',
  case: 'get',
  level: 'should',
  eras: ['legacy', 'both'],
  change(server) {
    server.gates.set('get', ({ request }) =>
      request.method === 'POST' ? undefined : plainReply(404, 'There is nothing here.'),
    )
  },
})
