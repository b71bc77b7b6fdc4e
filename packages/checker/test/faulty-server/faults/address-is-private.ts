import { asPublic } from '../public-name.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'address-is-private',
  title: 'The name leads into a private network.',
  rule: 'NET-02',
  eras: ['both'],
  case: 'inner',
  level: 'must',
  options: (place) => asPublic(place, { scheme: 'https', allowLoopback: false, addresses: ['10.0.0.1'] }),
  change(server) {
    server.gates.delete('host')
  },
})
