import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'batches-accepted',
  title: 'An array of requests is carried out.',
  rule: 'PRO-07',
  case: 'accepted',
  level: 'info',
  change(server) {
    server.gates.delete('batch')
  },
})
