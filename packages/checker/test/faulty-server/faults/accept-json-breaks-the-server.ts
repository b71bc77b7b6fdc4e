import { defineFault } from '../fault.ts'
import { plainReply } from '../reply.ts'

export const fault = defineFault({
  id: 'accept-json-breaks-the-server',
  title: 'A client that accepts JSON alone gets a server error.',
  rule: 'TRN-13',
  case: 'server-error',
  level: 'should',

  change(server) {
    server.gates.set('accept', ({ request: { headers } }) =>
      headers.accept === 'application/json' ? plainReply(500, 'accept is not iterable') : undefined,
    )
  },
})
