import { defineFault } from '../fault.ts'
import { plainReply } from '../reply.ts'

export const fault = defineFault({
  id: 'broken-json-breaks-the-server',
  title: 'JSON that breaks off is answered with a server error.',
  rule: 'TRN-06',
  case: 'server-error',
  level: 'should',

  change(server) {
    server.gates.set('json', ({ message }) =>
      message === undefined ? plainReply(500, 'Unexpected end of JSON input') : undefined,
    )
  },
})
