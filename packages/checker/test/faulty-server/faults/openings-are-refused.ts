import { refusal } from '../reply.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'openings-are-refused',
  title: 'Both openings are refused with an error.',
  rule: 'TRN-01',
  case: 'refused',
  level: 'reject',
  change(server) {
    server.guards.set('initialize', ({ method, id }) =>
      method === 'initialize' || method === 'server/discover'
        ? refusal(200, id, -32603, 'The library is closed.')
        : undefined,
    )
  },
})
