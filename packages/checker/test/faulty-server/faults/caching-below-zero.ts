import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'caching-below-zero',
  title: 'The opening may be kept for less than no time.',
  rule: 'PRO-11',
  case: 'invalid',
  level: 'should',
  eras: ['modern', 'both'],
  change(server) {
    server.changeResult('server/discover', (result) => {
      result['ttlMs'] = -1
    })
  },
})
