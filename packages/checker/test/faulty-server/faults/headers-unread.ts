import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'headers-unread',
  title: 'Headers that contradict the body are not noticed.',
  rule: 'PRO-09',
  case: 'accepted',
  level: 'should',
  eras: ['both', 'modern'],
  change(server) {
    server.guards.delete('header')
  },
})
