import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'headers-ignored',
  title: 'Headers that say something else than the body are not looked at.',
  rule: 'PRO-09',
  case: 'accepted',
  level: 'should',
  eras: ['modern', 'both'],
  change(server) {
    server.guards.delete('header')
  },
})
