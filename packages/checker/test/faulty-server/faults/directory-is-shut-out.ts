import { defineFault } from '../fault.ts'
import { plainReply } from '../reply.ts'

export const fault = defineFault({
  id: 'directory-is-shut-out',
  title: 'The pages of the directory are not on the list of origins.',
  rule: 'TRN-09',
  case: 'refused',
  level: 'should',

  change(server) {
    server.gates.set('origin', ({ request: { method, headers } }) =>
      headers.origin === undefined || method === 'OPTIONS' ? undefined : plainReply(403, 'Not from there.'),
    )
  },
})
