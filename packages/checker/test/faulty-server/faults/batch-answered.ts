import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'batch-answered',
  title: 'A batch of messages is answered.',
  rule: 'PRO-07',
  case: 'accepted',
  level: 'info',
  change(server) {
    server.gates.delete('batch')
  },
})
