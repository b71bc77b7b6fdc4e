import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'unknown-version-accepted',
  title: 'A version that nobody knows is spoken.',
  rule: 'PRO-01',
  case: 'accepted',
  level: 'should',
  eras: ['modern'],
  change(server) {
    server.guards.delete('version')
    server.guards.delete('header')
  },
})
