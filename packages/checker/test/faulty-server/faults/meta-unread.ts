import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'meta-unread',
  title: 'A request without _meta is answered.',
  rule: 'PRO-10',
  case: 'accepted',
  level: 'should',
  eras: ['both', 'modern'],
  change(server) {
    server.guards.delete('meta')
  },
})
