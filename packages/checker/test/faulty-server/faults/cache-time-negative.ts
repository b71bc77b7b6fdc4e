import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'cache-time-negative',
  title: 'Results hold for a negative time.',
  rule: 'PRO-11',
  case: 'invalid',
  level: 'should',
  eras: ['both', 'modern'],
  change(server) {
    server.changeResult('server/discover', (result) => {
      result['ttlMs'] = -1
    })
  },
})
