import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'meta-ignored',
  title: 'Requests need not say what the client can do.',
  rule: 'PRO-10',
  case: 'accepted',
  level: 'should',
  eras: ['modern', 'both'],
  change(server) {
    server.guards.delete('meta')
  },
})
