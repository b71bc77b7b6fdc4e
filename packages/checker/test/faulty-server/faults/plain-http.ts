import { asPublic } from '../public-name.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'plain-http',
  title: 'The address is plain http.',
  rule: 'NET-01',
  eras: ['both'],
  case: 'plain',
  level: 'must',
  options: (place) => asPublic(place, { scheme: 'http', allowLoopback: false }),
  change(server) {
    server.gates.delete('host')
  },
})
