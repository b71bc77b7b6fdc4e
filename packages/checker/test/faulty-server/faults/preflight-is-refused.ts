import { defineFault } from '../fault.ts'
import { plainReply } from '../reply.ts'

export const fault = defineFault({
  id: 'preflight-is-refused',
  title: 'The question of a browser is refused.',
  rule: 'TRN-10',
  case: 'closed',
  level: 'should',

  change(server) {
    server.gates.set('preflight', ({ request }) =>
      request.method === 'OPTIONS' ? plainReply(405, 'Send messages by POST.') : undefined,
    )
  },
})
